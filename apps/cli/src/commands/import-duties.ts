import { resolve } from 'node:path';
import { type DutySheet, ImportDuties } from '@ducha/org';
import { Command } from 'commander';
import { withApplication } from '../context.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

interface DutyOptions {
  dryRun?: boolean;
  json?: boolean;
}

/** `ducha import duties FILE`: the duty register from a workbook or CSV; all of it or nothing. */
export function importDutiesCommand(): Command {
  return new Command('duties')
    .description('import the duty register from an XLSX or CSV file; one refused cell keeps all of it out')
    .argument('<file>', 'XLSX or CSV with the columns 事项, 主办单位, 协办单位, 乡镇清单, 依据, 起始日期')
    .option('--dry-run', 'write nothing, say what would be')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: DutyOptions) => importDuties(resolve(file), options));
}

async function importDuties(path: string, { dryRun = false, json }: DutyOptions): Promise<void> {
  await refuseUnreadable(path);
  const sheet = await withApplication((app) => app.get(ImportDuties).run(path, { dryRun }));
  const { counts, rejected } = sheet;
  process.stdout.write(json ? `${JSON.stringify({ ...counts, rejected })}\n` : readable(sheet, dryRun));
  if (counts.rejected > 0) process.exitCode = 1;
}

function readable({ counts, rejected }: DutySheet, dryRun: boolean): string {
  const { rows, begun, changed, same } = counts;
  const did = counts.rejected > 0 ? 'nothing imported; would import' : dryRun ? 'would import' : 'imported';
  const head = `${rows} rows: ${did} ${begun} new, ${changed} changed, ${same} as they stand, rejected ${counts.rejected}`;
  return sheetWords(head, rejected);
}
