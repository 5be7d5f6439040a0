import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { AccessOptions } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { cookieOf } from '../sessions/cookie.js';
import { Sessions } from '../sessions/sessions.js';
import { AccessTokens } from '../tokens/access-tokens.js';
import { refuseCrossSite } from './cross-site.js';

/** Who stands behind a request: a machine by its access token, else a browser by its cookie. */
@Injectable()
export class Caller {
  constructor(
    private readonly sessions: Sessions,
    private readonly tokens: AccessTokens,
    private readonly options: AccessOptions,
  ) {}

  /** Refuses what another site made a browser send; no site can make one send an `Authorization` header. */
  refuseCrossSite(request: Request): void {
    if (request.headers.authorization === undefined) refuseCrossSite(request, this.options.publicOrigin);
  }

  /** Undefined when nobody is known. A request with an `Authorization` header is never judged by its cookie. */
  async of(request: Request): Promise<SignedIn | undefined> {
    const { authorization } = request.headers;
    if (authorization !== undefined) {
      const token = /^Bearer (\S{1,200})$/i.exec(authorization)?.[1];
      return token === undefined ? undefined : this.tokens.find(token);
    }
    const token = cookieOf(request, this.options.cookieName);
    return token === undefined ? undefined : this.sessions.findEntering(token);
  }
}
