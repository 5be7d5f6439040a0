import { Fault } from '@ducha/kernel';

/** Exit code of a command that was refused and changed nothing. */
const refused = 2;

/** Runs a command's work; a refusal is said in one line with its facts, and the command ends with 2. */
export async function sayRefusal(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const facts = Object.entries(error.facts).map(([name, value]) => `${name}: ${textOf(value)}`);
    process.stderr.write(`${[error.message, ...facts].join('\n  ')}\n`);
    process.exitCode = refused;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** @throws Error, in words, when it is no number of a request: before a database is asked for it */
export function requestId(said: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(said)) throw new Error(`${said} is no number of a request`);
  return said.toLowerCase();
}
