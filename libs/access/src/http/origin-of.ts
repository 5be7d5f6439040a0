import type { Request } from 'express';
import type { Origin } from '../sessions/sessions.js';

/** Where a request comes from, as the list of devices shows it. */
export const originOf = (request: Request): Origin => ({
  source: request.ip ?? 'unknown',
  device: request.headers['user-agent'] ?? 'unknown',
});
