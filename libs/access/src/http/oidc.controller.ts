import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { CookieOptions, Request, Response } from 'express';
import { AccessOptions } from '../access-options.js';
import { Act } from '../guard/act.decorator.js';
import { IdentityProvider } from '../oidc/identity-provider.js';
import { OidcSignIn } from '../oidc/oidc-sign-in.js';
import { cookieOf } from '../sessions/cookie.js';
import { OidcAnswerBody } from './oidc.dto.js';
import { OidcStartView, SignInWaysView } from './oidc.view.js';
import { originOf } from './origin-of.js';
import { SessionGiver } from './session-giver.js';
import { MeView } from './session.view.js';

const attemptMs = 600_000;

/** Signing in through the county's identity provider. */
@Controller('sign-in')
export class OidcController {
  private readonly cookieName: string;
  /** Lax: the browser comes back from another site. */
  private readonly cookie: CookieOptions;

  constructor(
    private readonly provider: IdentityProvider,
    private readonly signIn: OidcSignIn,
    private readonly giver: SessionGiver,
    { cookieName, secureCookie }: AccessOptions,
  ) {
    this.cookieName = `${cookieName}-oidc`;
    this.cookie = { httpOnly: true, sameSite: 'lax', secure: secureCookie, path: '/' };
  }

  /** How one may sign in here. */
  @Get('ways')
  @Act('public')
  ways(): SignInWaysView {
    return { password: true, oidc: this.provider.isThere };
  }

  /** Begins an attempt that belongs to this browser. */
  @Post('oidc/start')
  @Act('public')
  @HttpCode(200)
  async start(@Res({ passthrough: true }) response: Response): Promise<OidcStartView> {
    const { address, browserToken } = await this.signIn.start();
    response.cookie(this.cookieName, browserToken, { ...this.cookie, maxAge: attemptMs });
    return { address };
  }

  /** Hands over what the provider answered, and signs in. */
  @Post('oidc')
  @Act('public')
  async finish(
    @Body() { answer }: OidcAnswerBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    response.clearCookie(this.cookieName, this.cookie);
    const session = await this.signIn.finish(answer, cookieOf(request, this.cookieName), originOf(request));
    return this.giver.give(session, response);
  }
}
