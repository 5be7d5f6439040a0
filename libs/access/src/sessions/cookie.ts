import type { Request, Response } from 'express';
import type { AccessOptions } from '../access-options.js';

/** The value of one cookie of a request. */
export function cookieOf(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name && value.length > 0) return value.join('=');
  }
  return undefined;
}

/** Hands the session token to the browser; scripts cannot read it and other sites cannot send it with a write. */
export function giveCookie(response: Response, options: AccessOptions, token: string, expires: Date): void {
  response.cookie(options.cookieName, token, {
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secureCookie,
    path: '/',
    expires,
  });
}

/** Takes the session token back. */
export function takeCookie(response: Response, options: AccessOptions): void {
  response.clearCookie(options.cookieName, {
    httpOnly: true,
    sameSite: 'lax',
    secure: options.secureCookie,
    path: '/',
  });
}
