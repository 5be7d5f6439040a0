import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { aWorkbook, textRow } from './workbook-kit.js';

const run = promisify(execFile);
const patienceMs = 60_000;

interface Cost {
  readonly outcome: unknown;
  readonly ms: number;
  readonly peakMb: number;
}

/** Runs in a process of its own, because this one's memory is mostly Jest's. */
async function costOf(...task: readonly string[]): Promise<Cost> {
  const { stdout } = await run(process.execPath, ['libs/spreadsheet/test/cost.mjs', ...task]);
  console.log(`spreadsheet cost ${task.join(' ')}: ${stdout.trim()}`);
  // boundary: the line that cost.mjs prints
  return JSON.parse(stdout) as Cost;
}

describe('costs', () => {
  const shared = '../shared/data/messages/messages-labelled-sample.xlsx';
  const present = existsSync(shared);
  if (!present) console.warn(`SKIPPED: ${shared} is absent, its cost is not measured`);
  (present ? test : test.skip)(
    'the workbook of 65,202 rows in ../shared/data stays below 300 MB',
    async () => {
      const { outcome, peakMb } = await costOf('read', shared, '留言编号');
      expect(outcome).toEqual({ physicalRows: 65_202, rows: 495 });
      expect(peakMb).toBeLessThan(300);
    },
    patienceMs,
  );

  test.each(['xlsx', 'csv'])(
    'an export of 100,000 rows as %s stays below 300 MB',
    async (format) => {
      const { outcome, peakMb } = await costOf('write', format, '100000');
      expect(outcome).toMatchObject({ rows: 100_000, cut: 0 });
      expect(peakMb).toBeLessThan(300);
    },
    patienceMs,
  );

  test(
    'a refused workbook costs less than 10 s and 300 MB',
    async () => {
      const folder = await mkdtemp(join(tmpdir(), 'ducha-spreadsheet-'));
      try {
        const strings = Array.from({ length: 1_200_000 }, (_none, at) => `<t>a${at}</t>`);
        const file = join(folder, 'strings.xlsx');
        await writeFile(file, await aWorkbook({ sheets: { 表一: textRow(1, '甲') }, sharedStrings: strings }));
        const { outcome, ms, peakMb } = await costOf('read', file, '甲');
        expect(outcome).toMatchObject({ code: 'spreadsheet.tooLarge' });
        expect(ms).toBeLessThan(10_000);
        expect(peakMb).toBeLessThan(300);
      } finally {
        await rm(folder, { recursive: true });
      }
    },
    patienceMs,
  );
});
