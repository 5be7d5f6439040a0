import { resolve } from 'node:path';
import {
  type ImportedMatters,
  ImportMatters,
  type ImportMode,
  importModes,
  kindsByImport,
  type MatterKind,
} from '@ducha/matter';
import { Command, Option } from 'commander';
import { withApplication } from '../context.js';
import { importCalendarCommand } from './calendar.js';
import { importDutiesCommand } from './import-duties.js';
import { importHistoryCommand } from './import-history.js';
import { importRegisterCommand } from './register.js';
import { rosterImports } from './roster.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

interface ImportOptions {
  source: MatterKind;
  mode: ImportMode;
  dryRun?: boolean;
  json?: boolean;
}

/** `ducha import matters FILE`: a workbook or CSV of matters, as the import wizard takes it. */
export function importCommand(): Command {
  const matters = new Command('matters')
    .description('import matters from an XLSX or CSV file; the same file twice imports nothing twice')
    .argument('<file>', 'XLSX or CSV with a header row in Chinese or English')
    .addOption(new Option('--source <kind>', 'kind of matter').choices(kindsByImport).makeOptionMandatory())
    .addOption(
      new Option('--mode <mode>', 'what to do when rows are rejected')
        .choices(importModes)
        .default('accepted_rows_only'),
    )
    .option('--dry-run', 'write nothing, say what would be')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: ImportOptions) => importMatters(resolve(file), options));
  const command = new Command('import')
    .description('import data')
    .addCommand(matters)
    .addCommand(importDutiesCommand())
    .addCommand(importHistoryCommand())
    .addCommand(importRegisterCommand())
    .addCommand(importCalendarCommand());
  for (const roster of rosterImports()) command.addCommand(roster);
  return command;
}

async function importMatters(path: string, { source, mode, dryRun, json }: ImportOptions): Promise<void> {
  await refuseUnreadable(path);
  const result = await withApplication((app) =>
    app.get(ImportMatters).run({ kind: source, path, dryRun: dryRun === true, mode, by: null }),
  );
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : readable(result, dryRun === true));
  if (mode === 'all_or_nothing' && result.rejected.length > 0) process.exitCode = 1;
}

function readable(result: ImportedMatters, dryRun: boolean): string {
  const { physicalRows, rows, imported, blank, duplicates, rejected } = result;
  const did = dryRun ? 'would import' : 'imported';
  return sheetWords(
    `${physicalRows} rows, ${rows} not blank, ${blank} blank: ${did} ${imported}, merged ${duplicates}, rejected ${rejected.length}`,
    rejected,
  );
}
