import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AccessOptions } from '../access-options.js';
import { giveCookie } from '../sessions/cookie.js';
import { MeQuery } from '../sessions/me.query.js';
import type { NewSession } from '../sessions/sessions.js';
import type { MeView } from './session.view.js';

/** Hands a new session to the browser and says who is in it. */
@Injectable()
export class SessionGiver {
  constructor(
    private readonly options: AccessOptions,
    private readonly me: MeQuery,
  ) {}

  async give(session: NewSession, response: Response): Promise<MeView> {
    giveCookie(response, this.options, session.token, session.expiresAt);
    return this.me.of(session.signedIn);
  }
}
