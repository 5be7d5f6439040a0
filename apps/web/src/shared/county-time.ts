import dayjs, { type Dayjs } from 'dayjs';
import { serverNow } from './clock';

const zone = 'Asia/Shanghai';
const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});
const dayMs = 86_400_000;

/** An instant as the county writes it: `2026-11-22 14:03`, whatever zone the device is in. */
export function countyTime(instant: string): string {
  return parts.format(new Date(instant));
}

/** The county's day of an instant: `2026-11-22`. */
export function countyDay(instant: string): string {
  return countyTime(instant).slice(0, 10);
}

/** A wall-clock value picked on the screen, read as county time. */
export function instantOf(picked: Dayjs): string {
  return new Date(`${picked.format('YYYY-MM-DDTHH:mm:ss')}+08:00`).toISOString();
}

/** An instant as the wall clock that a picker shows (the county has no daylight saving). */
export function pickedOf(instant: string): Dayjs {
  return dayjs(countyTime(instant).replace(' ', 'T'));
}

/** How far a due instant is away, in the unit a person would say; days are county days, so "today" is today. */
export type Distance = { unit: 'today' | 'days' | 'hours'; count: number; past: boolean };

/** @returns the distance from now to `instant`, `past` when it is over. */
export function distanceTo(instant: string): Distance {
  const now = serverNow();
  const ms = new Date(instant).getTime() - now;
  const days = Math.round((dayStart(new Date(instant).getTime()) - dayStart(now)) / dayMs);
  if (days === 0 && ms >= 0) return { unit: 'today', count: Math.ceil(ms / 3_600_000), past: false };
  if (Math.abs(ms) < dayMs && ms < 0)
    return { unit: 'hours', count: Math.max(1, Math.floor(-ms / 3_600_000)), past: true };
  return { unit: 'days', count: Math.abs(days), past: ms < 0 };
}

function dayStart(ms: number): number {
  const shifted = ms + 8 * 3_600_000;
  return Math.floor(shifted / dayMs) * dayMs;
}
