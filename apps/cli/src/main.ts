import { CommanderError } from 'commander';
import { explain } from '../../server/src/boot/explain.js';
import { commands } from './commands/commands.js';

/** `ducha`: what an administrator does from the command line. Results go to stdout, everything else to stderr. */
try {
  await commands().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
  }
}
