import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { archiveFault, type ImportedRegister, ImportRegister, WriteRegister } from '@ducha/archive';
import { TakeExport } from '@ducha/task';
import { Command } from 'commander';
import { withApplication } from '../context.js';
import { requestId, sayRefusal } from './refusal.js';
import { refuseUnreadable, sheetWords } from './sheet-file.js';

/** `ducha export register FILE`: everything that the ledger stands on, for another instance. */
export function exportRegisterCommand(): Command {
  return new Command('register')
    .description(
      'write matters, tasks, assignments and all work on them to one sheet that `import register` takes again',
    )
    .argument('<file>', 'XLSX file to be written, or CSV by its ending; must not exist')
    .requiredOption('--request <id>', 'number of the request that a second person has allowed')
    .action((file: string, { request }: { request: string }) =>
      sayRefusal(() => exportRegister(resolve(file), requestId(request))),
    );
}

async function exportRegister(file: string, request: string): Promise<void> {
  await refuseTaken(file);
  const { rows } = await withApplication(async (app) => {
    await app.get(TakeExport, { strict: false }).byOperator(request, 'register');
    return app.get(WriteRegister, { strict: false }).run(file, request);
  });
  process.stdout.write(`${file}: ${rows} rows\n`);
}

/** A request is taken once: a name that is in use must not cost it. */
async function refuseTaken(file: string): Promise<void> {
  const taken = await access(file).then(
    () => true,
    () => false,
  );
  if (taken) throw archiveFault('fileExists', { file });
}

interface ImportOptions {
  dryRun?: boolean;
  json?: boolean;
}

/** `ducha import register FILE`: all of the file, or nothing. */
export function importRegisterCommand(): Command {
  return new Command('register')
    .description(
      'import the register that another instance wrote; units and people come first, by their own files; the same file twice imports nothing twice',
    )
    .argument('<file>', 'XLSX or CSV as `export register` writes it')
    .option('--dry-run', 'write nothing, say what would be')
    .option('--json', 'print the result as JSON')
    .action((file: string, options: ImportOptions) => sayRefusal(() => importRegister(resolve(file), options)));
}

async function importRegister(path: string, { dryRun = false, json }: ImportOptions): Promise<void> {
  await refuseUnreadable(path);
  const result = await withApplication((app) => app.get(ImportRegister, { strict: false }).run({ path, dryRun }));
  process.stdout.write(json ? `${JSON.stringify(result)}\n` : readable(result, dryRun));
  if (result.rejected.length > 0) process.exitCode = 1;
}

function readable({ rows, imported, known, rejected }: ImportedRegister, dryRun: boolean): string {
  const did = dryRun ? 'would import' : 'imported';
  const sum = rejected.length > 0 ? 'nothing was taken in' : `${did} ${imported}, ${known} known`;
  return sheetWords(`${rows} rows: ${sum}`, rejected);
}
