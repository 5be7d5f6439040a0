import { httpFault } from '@ducha/http';
import type { Request } from 'express';

const harmless = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses writes that another site made a browser send (CSRF). Browsers always send `Sec-Fetch-Site` or `Origin` with
 * a cross-site write; programs that send neither carry no cookie by accident.
 * @param publicOrigin origin of `PUBLIC_URL`; without it the request's own host counts
 */
export function refuseCrossSite(request: Request, publicOrigin: string | undefined): void {
  if (harmless.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw httpFault('crossSite');
  const origin = request.headers.origin;
  if (origin === undefined) return;
  const own = publicOrigin ?? `${request.protocol}://${request.headers.host ?? ''}`;
  if (origin !== own) throw httpFault('crossSite');
}
