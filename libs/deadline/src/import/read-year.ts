import { open, stat } from 'node:fs/promises';
import { deadlineFault } from '../deadline-faults.js';
import { readIcalYear } from './read-ical.js';
import { readJsonYear } from './read-json.js';
import { readSheetYear } from './read-sheet.js';
import type { YearFile } from './year-file.js';

/** Largest file that is taken, in bytes: a year's list has some fifty lines. */
export const largestYearFile = 1024 * 1024;

/**
 * Reads a year's list from a file, told apart by what it holds; writes nothing.
 * @throws Fault `deadline.fileUnreadable`, `spreadsheet.*`
 */
export async function readYear(path: string): Promise<YearFile> {
  if ((await stat(path)).size > largestYearFile) throw deadlineFault('fileUnreadable', { limit: largestYearFile });
  const head = await headOf(path);
  if (head.startsWith('{')) return readJsonYear(await textOf(path)) ?? unreadable();
  if (/^BEGIN:VCALENDAR/i.test(head)) return readIcalYear(await textOf(path)) ?? unreadable();
  return readSheetYear(path);
}

async function headOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return withoutMark(buffer.subarray(0, bytesRead).toString('utf8')).trimStart();
  } finally {
    await file.close();
  }
}

async function textOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    return withoutMark((await file.readFile()).toString('utf8'));
  } finally {
    await file.close();
  }
}

/** Without the byte order mark that office programs write. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/u, '');

function unreadable(): never {
  throw deadlineFault('fileUnreadable');
}
