import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { backupName, type BackupManifest, productVersion, takeBackup } from '@ducha/archive';
import { storeOf } from '@ducha/evidence';
import { Command } from 'commander';
import { withDatabase } from '../context.js';
import { sayRefusal } from './refusal.js';

/** `ducha backup [target]`: the whole instance in one sealed file. */
export function backupCommand(): Command {
  return new Command('backup')
    .description(
      'write all tables, number series and evidence files into one sealed file, beside a working county; ends with 2 when it is ' +
        'refused, with 3 when evidence files were missing from the store already',
    )
    .argument('[target]', 'folder, or name of the file to make; else BACKUP_DIR, else backups/ in the home')
    .option('--json', 'print the result as JSON')
    .action((target: string | undefined, options: { json?: boolean }) =>
      sayRefusal(() => backUp(target, options.json === true)),
    );
}

async function backUp(target: string | undefined, json: boolean): Promise<void> {
  const { file, manifest } = await withDatabase(async (database, settings) => {
    const databaseUrl = database.ownerUrl ?? database.appUrl;
    const name = await backupName(databaseUrl);
    const wanted = target === undefined ? settings.backupFolder : resolve(target);
    const path = target === undefined || isFolder(wanted) ? join(wanted, name) : wanted;
    const source = { databaseUrl, evidence: storeOf(settings), product: productVersion(), file: path };
    return { file: path, manifest: await takeBackup(source) };
  });
  const summary = summaryOf(file, manifest);
  process.stdout.write(json ? `${JSON.stringify(summary)}\n` : readable(summary));
  if (manifest.lostFiles.length > 0) process.exitCode = 3;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

type Summary = ReturnType<typeof summaryOf>;

function summaryOf(file: string, { id, takenAt, tables, files, lostFiles }: BackupManifest) {
  const rows = tables.reduce((sum, part) => sum + part.rows, 0);
  return {
    file,
    id,
    takenAt,
    tables: tables.length,
    rows,
    files: files.length,
    lostFiles,
    sizeBytes: statSync(file).size,
  };
}

function readable({ file, takenAt, tables, rows, files, lostFiles, sizeBytes }: Summary): string {
  const lines = [`${file}`, `${takenAt}: ${tables} tables, ${rows} rows, ${files} files, ${sizeBytes} bytes`];
  if (lostFiles.length > 0) lines.push(`missing from the evidence store or changed there: ${lostFiles.join(', ')}`);
  return `${lines.join('\n')}\n`;
}
