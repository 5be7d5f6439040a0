let skewMs = 0;

/** Learns how far this device's clock is off from the `Date` header of an answer (one second coarse). */
export function noteServerClock(date: string | null): void {
  const server = date === null ? Number.NaN : Date.parse(date);
  if (!Number.isNaN(server) && Math.abs(server - Date.now() - skewMs) > 5000) skewMs = server - Date.now();
}

/** Now by the server's clock, in ms: hints such as "3 days left" must not depend on a device set wrong. */
export function serverNow(): number {
  return Date.now() + skewMs;
}
