import { COUNTY_ZONE } from '@ducha/kernel';
import { IANAZone } from 'luxon';

const zone = IANAZone.create(COUNTY_ZONE);
const minuteMs = 60_000;

/** The county's clock time of an instant, as milliseconds since 1970 if it were UTC: what an Excel serial counts. */
export function countyWallMs(instant: Date): number {
  return instant.getTime() + zone.offset(instant.getTime()) * minuteMs;
}

/** The county's clock time of an instant to the second, `2019-04-25 09:32:09`, or its day alone, `2019-04-25`. */
export function countyText(instant: Date, precision: 'instant' | 'day'): string {
  const wall = new Date(countyWallMs(instant)).toISOString();
  return precision === 'day' ? wall.slice(0, 10) : wall.slice(0, 19).replace('T', ' ');
}
