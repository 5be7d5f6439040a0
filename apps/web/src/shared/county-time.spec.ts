import dayjs from 'dayjs';
import { noteServerClock, serverNow } from './clock';
import { countyDay, countyTime, distanceTo, instantOf, pickedOf } from './county-time';

const hourMs = 3_600_000;
const inMs = (ms: number) => new Date(serverNow() + ms).toISOString();

describe('county time', () => {
  it('shows an instant as the county’s wall clock, whatever zone the device is in', () => {
    expect(countyTime('2026-11-22T06:03:00.000Z')).toBe('2026-11-22 14:03');
    expect(countyDay('2026-11-22T16:00:00.000Z')).toBe('2026-11-23');
  });

  it('reads a picked wall clock as county time and gives it back', () => {
    const instant = instantOf(dayjs('2026-12-05T18:00:00'));
    expect(instant).toBe('2026-12-05T10:00:00.000Z');
    expect(pickedOf(instant).format('YYYY-MM-DD HH:mm')).toBe('2026-12-05 18:00');
  });
});

describe('distanceTo', () => {
  it('counts by the server’s clock, not by the device’s', () => {
    const skewed = new Date(Date.now() + 48 * hourMs);
    noteServerClock(skewed.toUTCString());
    expect(distanceTo(new Date(Date.now() + 24 * hourMs).toISOString()).past).toBe(true);
    noteServerClock(new Date(Date.now()).toUTCString());
  });

  it('says days by county days and hours on the last one', () => {
    expect(distanceTo(inMs(72 * hourMs))).toEqual({ unit: 'days', count: 3, past: false });
    expect(distanceTo(inMs(-72 * hourMs))).toEqual({ unit: 'days', count: 3, past: true });
    expect(distanceTo(inMs(-2 * hourMs))).toEqual({ unit: 'hours', count: 2, past: true });
  });
});
