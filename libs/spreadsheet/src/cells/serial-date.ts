import type { Cell } from './cell.js';

const dayMs = 86_400_000;
const end1900 = 2_958_466; // the day after 9999-12-31
const offset1904 = 1_462;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** A date cell from a clock time given as if it were UTC, in milliseconds since 1970. */
export function dateCell(wallMs: number): Cell {
  const wall = new Date(wallMs).toISOString().slice(0, -1);
  const midnight = wall.endsWith('T00:00:00.000');
  return { kind: 'date', text: midnight ? wall.slice(0, 10) : wall.slice(0, 19).replace('T', ' '), wall };
}

function timeOfDay(serial: number): Cell {
  const seconds = Math.round(serial * 86_400);
  const text = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(':');
  return { kind: 'text', text };
}

/**
 * The date behind a serial number of Excel, to the millisecond.
 * @param serial    days since the epoch of the workbook, fractions are the time of day
 * @param epoch1904 the workbook counts from 1904-01-01 instead of 1899-12-31
 * @returns a date; a time of day as text for serials below 1; undefined for what Excel cannot show as a date
 *          (negative, after 9999, and 1900-02-29, a day that only Lotus 1-2-3 knew)
 */
export function fromSerial(serial: number, epoch1904: boolean): Cell | undefined {
  if (!(serial >= 0)) return undefined;
  if (serial < 1) return timeOfDay(serial);
  const days = epoch1904 ? serial + offset1904 : serial;
  if (days >= end1900 || Math.floor(days) === 60) return undefined;
  const sinceEpoch = days < 60 ? days : days - 1;
  return dateCell(Date.UTC(1899, 11, 31) + Math.round(sinceEpoch * dayMs));
}
