import { EmbeddedFault, SettingsFault, UnsafeDatabase } from '@ducha/store';
import { Fault } from '@ducha/kernel';
import { CommanderError } from 'commander';
import { commands } from './commands/commands.js';

/** `ducha`: what an administrator does from the command line. Results go to stdout, everything else to stderr. */
try {
  await commands().parseAsync();
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const expected =
      error instanceof SettingsFault ||
      error instanceof EmbeddedFault ||
      error instanceof UnsafeDatabase ||
      error instanceof Fault;
    process.stderr.write(
      `${error instanceof Error ? ((expected ? error.message : error.stack) ?? error.message) : String(error)}\n`,
    );
    process.exitCode = 1;
  }
}
