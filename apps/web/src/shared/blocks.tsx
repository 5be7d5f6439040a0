import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useProblemWords } from './problem-words';

/** Nothing here, said in a sentence that tells what to expect. */
export function EmptyBlock({ words, children }: { words: string; children?: ReactNode }) {
  return (
    <div className="state-block">
      <p>{words}</p>
      {children}
    </div>
  );
}

/** A refusal or failure in place of a page's content, with its permanent code and a way to try again. */
export function ProblemBlock({ cause, retry }: { cause: unknown; retry?: () => void }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  return (
    <div className="state-block" role="alert">
      <p>{inWords(cause)}</p>
      {cause instanceof Problem ? <p className="small faint">{cause.code}</p> : null}
      {retry === undefined ? null : (
        <p>
          <Button onClick={retry}>{t('general.retry')}</Button>
        </p>
      )}
    </div>
  );
}

/** Grey lines while something loads; announced once to screen readers. */
export function LoadingBlock({ rows = 5 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('general.loading')} style={{ padding: '16px 4px' }}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
