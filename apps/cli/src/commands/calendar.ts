import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { CalendarExport, type CalendarFormat, calendarFormats, type ImportedYear, ImportYear } from '@ducha/deadline';
import { Command, InvalidArgumentError, Option } from 'commander';
import { withApplication } from '../context.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

interface ImportOptions {
  year?: number;
  address?: string[];
  dryRun?: boolean;
  json?: boolean;
}

/** `ducha import calendar FILE`: a year of the county's calendar; all of it or nothing. */
export function importCalendarCommand(): Command {
  return new Command('calendar')
    .description(
      'publish a year of the county’s calendar from the official notice’s list: JSON, iCalendar, XLSX or CSV',
    )
    .argument('<file>', 'JSON {year, papers, days: [{name, date, isOffDay}]}, .ics, or a sheet with 日期, 名称, 类型')
    .option('--year <year>', 'the year, where the file does not tell it', yearIn)
    .option('--address <url...>', 'where the notice can be read')
    .option('--dry-run', 'write nothing, say what would be')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: ImportOptions) => importCalendar(resolve(file), options));
}

async function importCalendar(
  file: string,
  { year, address = [], dryRun = false, json }: ImportOptions,
): Promise<void> {
  await refuseUnreadable(file);
  const result = await withApplication((app) =>
    app.get(ImportYear, { strict: false }).run(file, { year, addresses: address, dryRun }),
  );
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : readable(result));
  if (result.rejected.length > 0) process.exitCode = 1;
}

function readable({ year, days, gained, lost, workingDays, revision, rejected }: ImportedYear): string {
  const did =
    rejected.length > 0 ? 'nothing published' : revision === null ? 'nothing written' : `revision ${revision}`;
  const sum = `${year}: ${days} days set, ${gained.length} working days gained, ${lost.length} lost, ${workingDays} in all; ${did}`;
  return sheetWords(
    sum,
    rejected.map(({ row, field, code }) => ({ sheet: String(year), row, column: field, code })),
  );
}

interface ExportOptions {
  year: number;
  format: CalendarFormat;
}

/** `ducha export calendar FILE --year YEAR`: what the import takes again. */
export function exportCalendarCommand(): Command {
  return new Command('calendar')
    .description('write a published year of the county’s calendar to a file')
    .argument('<file>', 'file to be written')
    .requiredOption('--year <year>', 'the year', yearIn)
    .addOption(new Option('--format <format>', 'kind of file').choices(calendarFormats).default('json'))
    .action((file: string, { year, format }: ExportOptions) =>
      withApplication(async (app) =>
        writeFile(resolve(file), await app.get(CalendarExport, { strict: false }).text(year, format)),
      ),
    );
}

function yearIn(text: string): number {
  if (/^\d{4}$/.test(text) && Number(text) >= 1993 && Number(text) <= 2199) return Number(text);
  throw new InvalidArgumentError('a year from 1993 to 2199 is wanted');
}
