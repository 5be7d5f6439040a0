import { createWriteStream } from 'node:fs';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { Fault } from '@ducha/kernel';
import {
  type ExportFormat,
  exportFormats,
  ImportPeople,
  ImportUnits,
  PeopleExport,
  type SheetReport,
  UnitExport,
} from '@ducha/roster';
import { TakeExport } from '@ducha/task';
import { Command, Option } from 'commander';
import { withApplication } from '../context.js';
import { requestId, sayRefusal } from './refusal.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

interface ImportOptions {
  dryRun?: boolean;
  json?: boolean;
}

const importers = { units: ImportUnits, people: ImportPeople } as const;

/** `ducha import units|people FILE`: all of the sheet or nothing; the operator founds the county, so privileged posts are given at once. */
export function rosterImports(): Command[] {
  return (['units', 'people'] as const).map((what) =>
    new Command(what)
      .description(`import ${what} from an XLSX or CSV file; the same file twice changes nothing`)
      .argument('<file>', 'XLSX or CSV with a header row in Chinese or English')
      .option('--dry-run', 'write nothing, say what would be')
      .option('--json', 'print the result as JSON')
      .action((file: string, options: ImportOptions) => importRoster(what, resolve(file), options)),
  );
}

async function importRoster(
  what: keyof typeof importers,
  file: string,
  { dryRun, json }: ImportOptions,
): Promise<void> {
  await refuseUnreadable(file);
  const { report, taken } = await withApplication((app) => taking(app, what, file, dryRun === true));
  process.stdout.write(json ? `${JSON.stringify({ ...report, taken })}\n` : readable(report, taken));
  if (report.counts.rejected > 0) process.exitCode = 1;
}

/** Nothing is taken from a sheet with a refused cell; the report names the cells. */
async function taking(
  app: INestApplicationContext,
  what: keyof typeof importers,
  file: string,
  dryRun: boolean,
): Promise<{ report: SheetReport; taken: boolean }> {
  const importer = app.get<ImportUnits | ImportPeople>(importers[what], { strict: false });
  try {
    if (!dryRun) return { report: await importer.run({ file, by: null }, null), taken: true };
  } catch (error) {
    if (!(error instanceof Fault) || error.code !== 'roster.sheetRefused') throw error;
  }
  return { report: await importer.preview({ file, by: null }), taken: false };
}

function readable({ counts, rejected }: SheetReport, taken: boolean): string {
  const { physicalRows, blank, added, changed, same, rejected: bad } = counts;
  const did = taken ? 'taken in' : 'would be taken in';
  const sum = `${physicalRows} rows, ${blank} blank: ${added} new, ${changed} changed, ${same} the same, ${bad} rejected`;
  return sheetWords(`${sum}; ${bad > 0 ? 'nothing was taken in' : did}`, rejected);
}

interface ExportOptions {
  format: ExportFormat;
  request?: string;
}

/** `ducha export units|people FILE`: what the imports take again. */
export function exportCommand(): Command {
  const format = (): Option => new Option('--format <format>', 'kind of file').choices(exportFormats).default('xlsx');
  const units = new Command('units')
    .description('write the units of today to a file')
    .argument('<file>', 'file to be written')
    .addOption(format())
    .action((file: string, options: ExportOptions) =>
      exporting(file, (app) => app.get(UnitExport, { strict: false }).open(options.format, null)),
    );
  const people = new Command('people')
    .description(
      'write the register of people to a file, telephone numbers masked; more than 200 rows, or whole numbers, need a request that a second person has allowed',
    )
    .argument('<file>', 'file to be written')
    .addOption(format())
    .option('--request <id>', 'number of the allowed request; it says whether telephone numbers are whole')
    .action((file: string, options: ExportOptions) =>
      sayRefusal(() => exporting(file, (app) => peopleFile(app, options))),
    );
  return new Command('export').description('export registers').addCommand(units).addCommand(people);
}

async function peopleFile(
  app: INestApplicationContext,
  { format, request }: ExportOptions,
): Promise<NodeJS.ReadableStream> {
  const people = app.get(PeopleExport, { strict: false });
  if (request === undefined) return people.openAlone(format, null);
  const wanted = await app.get(TakeExport, { strict: false }).byOperator(requestId(request), 'people');
  return people.open({ format, phones: wanted.unmasked ? 'full' : 'masked', by: null });
}

async function exporting(
  file: string,
  open: (app: INestApplicationContext) => Promise<NodeJS.ReadableStream>,
): Promise<void> {
  await withApplication(async (app) => pipeline(await open(app), createWriteStream(resolve(file), { mode: 0o600 })));
}
