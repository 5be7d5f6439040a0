import { answerBatch, officialCalendar } from '@ducha/deadline';
import { Command } from 'commander';

/** `ducha deadline --batch`: due dates for lines of CSV; needs no server and no database. */
export function deadlineCommand(): Command {
  return new Command('deadline')
    .description('compute due dates with the official holidays; needs no server')
    .requiredOption(
      '--batch',
      'CSV start,unit,n on stdin (units working_day, natural_day, month; days count from the day after start); CSV start,unit,n,due,due_if_rolled_to_next_working_day,code on stdout',
    )
    .action(() => answerBatch(officialCalendar, process.stdin, process.stdout));
}
