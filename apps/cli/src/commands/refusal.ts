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
