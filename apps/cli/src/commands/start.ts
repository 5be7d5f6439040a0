import { readSettings } from '@ducha/store';
import { Command } from 'commander';
import { serve } from '../../../server/src/boot/serve.js';

/** `ducha start`: the server in this process, until a signal ends it. */
export function startCommand(): Command {
  return new Command('start').description('start the server (npm start)').action(() => serve(readSettings()));
}
