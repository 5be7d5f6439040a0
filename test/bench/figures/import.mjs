import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../check/command.mjs';
import { median, rounded } from '../numbers.mjs';
import { ChildProcess } from '../stage/child-process.mjs';
import { once } from '../stage/database.mjs';
import { builtFile } from '../stage/product.mjs';
import { writeWorkbook } from '../stage/workbook.mjs';

const bars = { seconds: 5, mb: 300 };
const reporter = fileURLToPath(new URL('../stage/peak-memory.mjs', import.meta.url));

/** The workbook with 65,202 rows, 495 of them with content, by the command that a person uses, each time into an empty database. */
export const importing = {
  name: 'import',
  about: '65,202 rows of messages by `ducha import matters`',
  weight: 1,
  async measure(bench, span) {
    const file = await workbookFor(bench);
    const runs = await span.repeat(5, async () => {
      const run = await oneImport(bench, file);
      bench.tell(`${rounded(run.seconds)} s, ${rounded(run.mb)} MB`);
      return run;
    });
    const [seconds, mb] = [median(runs.map((run) => run.seconds)), median(runs.map((run) => run.mb))];
    const alone = { bare: null, ratio: null };
    return [
      { name: 'import', value: seconds, unit: 's', ...alone, bar: bars.seconds, holds: seconds <= bars.seconds },
      { name: 'import_memory', value: mb, unit: 'MB peak', ...alone, bar: bars.mb, holds: mb <= bars.mb },
    ];
  },
};

/** The real sheet where it lies beside the project, else one of the same shape. */
async function workbookFor(bench) {
  const real = join(root, '../shared/data/messages/messages-labelled-sample.xlsx');
  if (existsSync(real)) return { path: real, imported: 494 };
  bench.tell('the real workbook is not here; a generated one of the same shape is imported');
  const folder = mkdtempSync(join(tmpdir(), 'ducha-bench-sheet-'));
  bench.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'messages.xlsx');
  return { path, imported: await writeWorkbook(path) };
}

async function oneImport(bench, { path, imported }) {
  const name = `import_${randomUUID().slice(0, 8)}`;
  const { appUrl, superuserUrl } = await bench.database(name);
  await once(superuserUrl, 'checkpoint');
  const words = [
    '--import',
    reporter,
    builtFile('apps/cli/src/main'),
    'import',
    'matters',
    '--source',
    'netizen_message',
    path,
    '--json',
  ];
  const startedAt = performance.now();
  const child = new ChildProcess('import', words, { DATABASE_URL: appUrl });
  bench.cleanup.add(() => child.stop());
  let mb;
  let text = '';
  child.lines.on('line', (line) =>
    line.startsWith('peak-memory-mb ') ? (mb = Number(line.split(' ')[1])) : (text += line),
  );
  await child.end();
  const seconds = (performance.now() - startedAt) / 1_000;
  const counts = JSON.parse(text);
  if (counts.imported !== imported)
    throw new Error(`imported ${counts.imported} of ${imported}: ${text.slice(0, 300)}`);
  await bench.drop(name);
  return { seconds, mb };
}
