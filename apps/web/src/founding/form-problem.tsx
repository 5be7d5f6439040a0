import { Alert } from 'antd';
import { useProblemWords } from '../shared/problem-words';

/** Why the form was refused, on top of its fields. */
export function FormProblem({ cause }: { cause: Error | null }) {
  const inWords = useProblemWords();
  if (cause === null) return null;
  return <Alert type="error" showIcon title={inWords(cause)} style={{ marginBottom: 16 }} />;
}
