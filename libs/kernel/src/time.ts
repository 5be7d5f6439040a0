/** The county's zone decides on which day an instant falls. */
export const COUNTY_ZONE = 'Asia/Shanghai';

const dayFormat = new Intl.DateTimeFormat('en-CA', { timeZone: COUNTY_ZONE });

/** The county's calendar day of an instant, as `YYYY-MM-DD`. */
export function countyDay(instant: Date): string {
  return dayFormat.format(instant);
}

/** The county's calendar year of an instant; numbers run per year. */
export function countyYear(instant: Date): number {
  return Number(countyDay(instant).slice(0, 4));
}
