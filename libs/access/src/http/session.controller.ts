import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  Req,
  Res,
} from '@nestjs/common';
import { RepeatSafe } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Request, Response } from 'express';
import { AccessOptions } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { asAuthentication } from '../factors/passkey-answers.js';
import { Passkeys } from '../factors/passkeys.js';
import { Prove } from '../factors/prove.js';
import { Act, Me } from '../guard/act.decorator.js';
import { takeCookie } from '../sessions/cookie.js';
import { Devices } from '../sessions/devices.js';
import { MeQuery } from '../sessions/me.query.js';
import { Sessions } from '../sessions/sessions.js';
import { SignIn } from '../sessions/sign-in.js';
import { SignInLinks } from '../sessions/sign-in-links.js';
import { ProofBody } from './factor.dto.js';
import { PasskeyOptionsView } from './factor.view.js';
import { originOf } from './origin-of.js';
import { ActAsBody, LinkBody, OtherDevicesQuery, SignInBody } from './session.dto.js';
import { SessionGiver } from './session-giver.js';
import { ClosedDevicesView, DeviceView, LinkPreviewView, MeView } from './session.view.js';

/** Signing in, choosing a post, signing out. */
@Controller()
export class SessionController {
  constructor(
    private readonly signIn: SignIn,
    private readonly links: SignInLinks,
    private readonly sessions: Sessions,
    private readonly devices: Devices,
    private readonly prove: Prove,
    private readonly passkeys: Passkeys,
    private readonly store: Store,
    private readonly me: MeQuery,
    private readonly giver: SessionGiver,
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
    return this.giver.give(await this.signIn.run(body.login, body.password, originOf(request)), response);
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
    return this.giver.give(await this.links.use(body.token, originOf(request)), response);
  }

  /** Who I am, my posts, and what the acting one may do. */
  @Get('session')
  @Act('session.read')
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

  /** The second step of signing in; in an open session the same proof anew. The session goes on under a new token. */
  @Post('session/proof')
  @Act('session.enter')
  @RepeatSafe()
  async giveProof(
    @Me() me: SignedIn,
    @Body() { passkey, ...said }: ProofBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    const given = { ...said, ...(passkey !== undefined && { passkey: asAuthentication(passkey) }) };
    const place = this.options.relyingParty(request);
    return this.giver.give(await this.prove.run(me, given, originOf(request), place), response);
  }

  /** What the browser is asked to sign with a passkey. */
  @Post('session/proof/passkey-options')
  @Act('session.enter')
  @RepeatSafe()
  @HttpCode(200)
  async passkeyOptions(@Me() me: SignedIn, @Req() request: Request): Promise<PasskeyOptionsView> {
    const place = this.options.relyingParty(request);
    if (!place) throw accessFault('noPasskeysHere');
    return { options: { ...(await this.store.transaction((tx) => this.passkeys.proofOptions(tx, me, place))) } };
  }

  /** Signs out, also half way in. */
  @Delete('session')
  @Act('session.enter')
  @HttpCode(204)
  async close(@Me() me: SignedIn, @Res({ passthrough: true }) response: Response): Promise<void> {
    await this.devices.close(me, me.sessionId);
    takeCookie(response, this.options);
  }

  /** My open sessions. */
  @Get('session/devices')
  @Act('session.use')
  listDevices(@Me() me: SignedIn): Promise<DeviceView[]> {
    return this.devices.list(me);
  }

  /** Signs out all my other devices. */
  @Delete('session/devices')
  @Act('session.use')
  async closeOthers(@Me() me: SignedIn, @Query() _: OtherDevicesQuery): Promise<ClosedDevicesView> {
    return { closed: await this.devices.closeOthers(me) };
  }

  /** Signs out another device of mine. */
  @Delete('session/devices/:id')
  @Act('session.use')
  @RepeatSafe()
  @HttpCode(204)
  closeDevice(@Me() me: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.devices.close(me, id);
  }
}
