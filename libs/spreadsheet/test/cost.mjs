/**
 * What reading or writing costs, in a process of its own; prints one line of JSON `{ outcome, ms, peakMb }`.
 *
 *   node libs/spreadsheet/test/cost.mjs read FILE TITLE…     needs a column under each TITLE
 *   node libs/spreadsheet/test/cost.mjs write xlsx|csv ROWS  fifteen columns of text, numbers and dates
 */
import { Writable } from 'node:stream';
import { peakMemoryMb } from '../../../test/kit/peak-memory.mjs';

const { readTable, writeCsv, writeXlsx } = await import('../../../dist/libs/spreadsheet/src/index.js');

async function read(file, ...titles) {
  const headers = Object.fromEntries(titles.map((title) => [title, { names: [title], required: true }]));
  const { physicalRows, rows } = await readTable(file, { headers }, () => undefined);
  return { physicalRows, rows };
}

function* exportRows(count) {
  for (let row = 0; row < count; row += 1) yield row;
}

function valueOf(column, row) {
  if (column === 3) return new Date(1_500_000_000_000 + row * 60_000);
  return column % 5 === 0 ? row : `关于某某乡镇道路维修的督办事项办理情况${row}-${column}`;
}

async function write(format, count) {
  const columns = Array.from({ length: 15 }, (_none, at) => ({ title: `列${at}`, value: (row) => valueOf(at, row) }));
  let bytes = 0;
  const sink = new Writable({
    write(chunk, _encoding, done) {
      bytes += chunk.length;
      done();
    },
  });
  const writing = format === 'csv' ? writeCsv : writeXlsx;
  return { ...(await writing(sink, columns, exportRows(Number(count)))), bytes };
}

const [, , task, ...rest] = process.argv;
const startedMs = performance.now();
const outcome = await (task === 'read' ? read(...rest) : write(...rest)).catch((error) => ({
  code: error.code,
  ...error.facts,
}));
const ms = Math.round(performance.now() - startedMs);
console.log(JSON.stringify({ outcome, ms, peakMb: Math.round(peakMemoryMb()) }));
