import { COUNTY_ZONE } from '@ducha/kernel';
import { DateTime, FixedOffsetZone } from 'luxon';
import type { Cell } from './cell.js';

// Year first, always: a month-first or day-first date cannot be told apart and is not read.
const dateText =
  /^(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?:\s*日\s*(?<direct>\S.*)?|(?:T|[\s,]+)(?<time>\S.*))?$/iu;
const compactDate = /^(?<year>\d{4})(?<month>\d{2})(?<day>\d{2})(?:[\sT]*(?<time>\d.*))?$/iu;
const timeText =
  /^(?<half>上午|下午|中午|凌晨|早上|晚上|AM|PM)?\s*(?<hour>\d{1,2})(?:[:时点]\s*(?<minute>\d{1,2})?(?:[:分]\s*(?<second>\d{1,2})?(?:[.,](?<fraction>\d{1,9}))?)?\s*秒?)\s*(?<suffix>AM|PM)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?$/iu;
const compactTime = /^(?<hour>\d{2})(?<minute>\d{2})(?<second>\d{2})?$/u;

interface TimeOfDay {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly zone?: string | undefined;
}

function hourOfHalf(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  const afternoon = ['下午', '晚上', 'pm'].includes(half.toLowerCase()) || (half === '中午' && hour < 11);
  if (afternoon) return hour === 12 ? 12 : hour + 12;
  return hour === 12 && half !== '中午' ? 0 : hour;
}

function readTime(text: string | undefined): TimeOfDay | undefined {
  if (text === undefined) return { hour: 0, minute: 0, second: 0, millisecond: 0 };
  const groups = (timeText.exec(text) ?? compactTime.exec(text))?.groups;
  if (!groups) return undefined;
  const { hour, minute = '0', second = '0', fraction = '0', half, suffix, zone } = groups;
  return {
    hour: hourOfHalf(Number(hour), half ?? suffix),
    minute: Number(minute),
    second: Number(second),
    millisecond: Math.floor(Number(`0.${fraction}`) * 1_000),
    zone,
  };
}

/** Undefined for an offset that no zone of the world has. */
function zoneOf(offset: string | undefined): string | FixedOffsetZone | undefined {
  if (offset === undefined) return COUNTY_ZONE;
  if (offset.toUpperCase() === 'Z') return FixedOffsetZone.utcInstance;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2));
  return minutes <= 14 * 60 ? FixedOffsetZone.instance(offset.startsWith('-') ? -minutes : minutes) : undefined;
}

function instantOfText(text: string): Date | undefined {
  const written = text.normalize('NFKC').trim();
  const groups = (dateText.exec(written) ?? compactDate.exec(written))?.groups;
  if (!groups) return undefined;
  const time = readTime((groups.direct ?? groups.time)?.trim());
  const zone = zoneOf(time?.zone);
  if (!time || zone === undefined) return undefined;
  const { hour, minute, second, millisecond } = time;
  const [year, month, day] = [Number(groups.year), Number(groups.month), Number(groups.day)];
  const at = DateTime.fromObject({ year, month, day, hour, minute, second, millisecond }, { zone });
  return at.isValid ? at.toJSDate() : undefined;
}

/**
 * The instant a cell means. A clock time without zone is the county's (Asia/Shanghai), a date without time its midnight.
 * Reads true dates and text with the year first: `2019/4/25 9:32:09`, `2019-04-25 09:32`, `2019年4月25日 下午3时`,
 * `2019.4.25`, `20190425`, `20190425093209`, ISO 8601 with or without offset; full-width digits too.
 * @returns undefined when the cell holds no date, an impossible one (`2019-02-30`) or an ambiguous one (`04/05/2019`)
 */
export function parseInstant(cell: Cell): Date | undefined {
  if (cell.kind === 'date') return DateTime.fromISO(cell.wall, { zone: COUNTY_ZONE }).toJSDate();
  if (cell.kind === 'text' || (cell.kind === 'number' && /^\d{8}(?:\d{6})?$/u.test(cell.text)))
    return instantOfText(cell.text);
  return undefined;
}
