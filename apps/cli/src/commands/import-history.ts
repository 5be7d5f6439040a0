import { resolve } from 'node:path';
import { type ImportedHistory, ImportHistory } from '@ducha/report';
import { Command, Option } from 'commander';
import { withApplication } from '../context.js';
import { sayRefusal } from './refusal.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

interface HistoryOptions {
  source?: string;
  received: string;
  answered?: string;
  due?: string;
  unit?: string;
  profile?: string;
  id?: string;
  sheet?: string;
  mode: 'all_or_nothing' | 'accepted_rows_only';
  dryRun?: boolean;
  json?: boolean;
}

/** `ducha import history FILE`: a closed ledger of anywhere, for the timeliness report. */
export function importHistoryCommand(): Command {
  return new Command('history')
    .description('import a closed ledger from an XLSX or CSV file; the same file twice imports nothing twice')
    .argument('<file>', 'XLSX or CSV with a header row')
    .option('--source <name>', 'what the ledger is called in reports (default: the name of the file)')
    .requiredOption('--received <column>', 'title of the column with the instant of receipt')
    .option('--answered <column>', 'title of the column with the instant of the answer; blank: open')
    .option('--due <column>', 'title of the column with the due date; blank: without limit')
    .option(
      '--profile <code>',
      'time limit of a law by which a case without a due date was due: henan.deputy_suggestion/answer',
    )
    .option('--unit <column>', 'title of the column with the unit')
    .option('--id <column>', 'title of the column with the number of the case; a later file may then bring its answer')
    .option('--sheet <name>', 'sheet of the workbook (default: the first visible one)')
    .addOption(
      new Option('--mode <mode>', 'what to do when rows are rejected')
        .choices(['all_or_nothing', 'accepted_rows_only'])
        .default('accepted_rows_only'),
    )
    .option('--dry-run', 'write nothing, say what would be')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: HistoryOptions) => sayRefusal(() => importHistory(resolve(file), options)));
}

async function importHistory(path: string, options: HistoryOptions): Promise<void> {
  await refuseUnreadable(path);
  const { source, received, answered, due, unit, id, sheet, profile, mode, dryRun = false, json } = options;
  const command = { path, source, columns: { received, answered, due, unit, id }, sheet, profile, mode, dryRun };
  const result = await withApplication((app) => app.get(ImportHistory, { strict: false }).run(command));
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : readable(result, dryRun));
  if (mode === 'all_or_nothing' && result.rejectedRows > 0) process.exitCode = 1;
}

function readable({ source, rows, imported, known, rejectedRows, rejected }: ImportedHistory, dryRun: boolean): string {
  const did = dryRun ? 'would import' : 'imported';
  return sheetWords(`${source}: ${rows} rows: ${did} ${imported}, ${known} known, rejected ${rejectedRows}`, rejected);
}
