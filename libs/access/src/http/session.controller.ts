import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { RepeatSafe } from '@ducha/http';
import type { Request, Response } from 'express';
import { AccessOptions } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { Act, Me } from '../guard/act.decorator.js';
import { giveCookie, takeCookie } from '../sessions/cookie.js';
import { MeQuery } from '../sessions/me.query.js';
import { type NewSession, type Origin, Sessions } from '../sessions/sessions.js';
import { SignIn } from '../sessions/sign-in.js';
import { SignInLinks } from '../sessions/sign-in-links.js';
import { ActAsBody, LinkBody, SignInBody } from './session.dto.js';
import { DeviceView, LinkPreviewView, MeView } from './session.view.js';

const originOf = (request: Request): Origin => ({
  source: request.ip ?? 'unknown',
  device: request.headers['user-agent'] ?? 'unknown',
});

/** Signing in, choosing a post, signing out. */
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly links: SignInLinks,
    private readonly sessions: Sessions,
    private readonly me: MeQuery,
    private readonly options: AccessOptions,
  ) {}

  /** Signs in by name and password. */
  @Post('session')
  @Act('public')
  async open(
    @Body() body: SignInBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    return this.welcome(await this.signIn.run(body.login, body.password, originOf(request)), response);
  }

  /** Says whom a one-time link signs in, without using it up. */
  @Post('sign-in-links/preview')
  @Act('public')
  @HttpCode(200)
  previewLink(@Body() body: LinkBody): Promise<LinkPreviewView> {
    return this.links.preview(body.token);
  }

  /** Signs in by a one-time link, which is spent with it. */
  @Post('sign-in-links/use')
  @Act('public')
  async useLink(
    @Body() body: LinkBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    return this.welcome(await this.links.use(body.token, originOf(request)), response);
  }

  /** Who I am, my posts, and what the acting one may do. */
  @Get('session')
  @Act('session.use')
  read(@Me() me: SignedIn): Promise<MeView> {
    return this.me.of(me);
  }

  /** Chooses the post to act in. */
  @Put('session/post')
  @Act('session.use')
  async actAs(@Me() me: SignedIn, @Body() body: ActAsBody): Promise<MeView> {
    await this.sessions.actAs(me, body.postId);
    return this.me.of(me, body.postId);
  }

  /** Signs out. */
  @Delete('session')
  @Act('session.use')
  @HttpCode(204)
  async close(@Me() me: SignedIn, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.sessions.close(me, me.sessionId);
    takeCookie(response, this.options);
  }

  /** My open sessions. */
  @Get('session/devices')
  @Act('session.use')
  devices(@Me() me: SignedIn): Promise<DeviceView[]> {
    return this.sessions.devices(me);
  }

  /** Signs out another device of mine. */
  @Delete('session/devices/:id')
  @Act('session.use')
  @RepeatSafe()
  @HttpCode(204)
  closeDevice(@Me() me: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.sessions.close(me, id);
  }

  private async welcome(session: NewSession, response: Response): Promise<MeView> {
    giveCookie(response, this.options, session.token, session.expiresAt);
    return this.me.of(session.signedIn);
  }
}
