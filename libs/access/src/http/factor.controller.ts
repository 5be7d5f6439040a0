import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { RepeatSafe } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Request, Response } from 'express';
import { AccessOptions, type RelyingParty } from '../access-options.js';
import type { SignedIn } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { AccountFactorsQuery } from '../factors/account-factors.query.js';
import { EnrolFactors } from '../factors/enrol-factors.js';
import { KeepFactors } from '../factors/keep-factors.js';
import { asRegistration } from '../factors/passkey-answers.js';
import { Passkeys } from '../factors/passkeys.js';
import { TotpFactors } from '../factors/totp-factors.js';
import { Act, Fresh, Me } from '../guard/act.decorator.js';
import { Entrance } from '../sessions/entrance.js';
import { CodeBody, PasskeyBody, PasskeyNameBody } from './factor.dto.js';
import { EnrolledView, FactorsView, PasskeyOptionsView, RecoveryCodesView, TotpEnrolmentView } from './factor.view.js';
import { originOf } from './origin-of.js';
import { SessionGiver } from './session-giver.js';

/** My second factors. Answers hold secrets, so none is kept for a repeat. */
@Controller('factors')
export class FactorController {
  constructor(
    private readonly store: Store,
    private readonly factors: AccountFactorsQuery,
    private readonly entrance: Entrance,
    private readonly totp: TotpFactors,
    private readonly passkeys: Passkeys,
    private readonly enrol: EnrolFactors,
    private readonly keep: KeepFactors,
    private readonly giver: SessionGiver,
    private readonly options: AccessOptions,
  ) {}

  /** What I prove myself with. */
  @Get()
  @Act('factor.enrol')
  async read(@Me() me: SignedIn, @Req() request: Request): Promise<FactorsView> {
    const { totp, passkeys, recoveryCodesLeft } = await this.factors.of(me.accountId);
    return {
      demanded: await this.entrance.demandsFactor(me.accountId),
      totp: totp && { confirmedAt: instant(totp.confirmedAt), lastUsedAt: instantOrNull(totp.lastUsedAt) },
      passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
        id,
        name,
        createdAt: instant(createdAt),
        lastUsedAt: instantOrNull(lastUsedAt),
      })),
      recoveryCodesLeft,
      passkeysPossible: this.options.relyingParty(request) !== undefined,
    };
  }

  /** Begins to enrol an authenticator application. */
  @Post('totp')
  @Act('factor.enrol')
  @Fresh()
  @RepeatSafe()
  beginTotp(@Me() me: SignedIn): Promise<TotpEnrolmentView> {
    return this.store.transaction((tx) => this.totp.begin(tx, me.accountId));
  }

  /** Confirms it by its first code. */
  @Post('totp/:id/confirm')
  @Act('factor.enrol')
  @Fresh()
  @RepeatSafe()
  @HttpCode(200)
  async confirmTotp(
    @Me() me: SignedIn,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { code }: CodeBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnrolledView> {
    const { session, recoveryCodes } = await this.enrol.confirmTotp(me, id, code, originOf(request));
    return { me: await this.giver.give(session, response), recoveryCodes };
  }

  /** Removes the authenticator application. */
  @Delete('totp')
  @Act('session.use')
  @Fresh()
  @HttpCode(204)
  removeTotp(@Me() me: SignedIn): Promise<void> {
    return this.keep.removeTotp(me);
  }

  /** What the browser is asked to make a passkey of. */
  @Post('passkeys/options')
  @Act('factor.enrol')
  @Fresh()
  @RepeatSafe()
  @HttpCode(200)
  async passkeyOptions(@Me() me: SignedIn, @Req() request: Request): Promise<PasskeyOptionsView> {
    const place = this.place(request);
    return { options: { ...(await this.store.transaction((tx) => this.passkeys.enrolmentOptions(tx, me, place))) } };
  }

  /** Keeps the passkey that the browser made. */
  @Post('passkeys')
  @Act('factor.enrol')
  @Fresh()
  @RepeatSafe()
  async keepPasskey(
    @Me() me: SignedIn,
    @Body() body: PasskeyBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<EnrolledView> {
    const made = { name: body.name.trim(), credential: asRegistration(body.credential) };
    const { session, recoveryCodes } = await this.enrol.keepPasskey(me, this.place(request), made, originOf(request));
    return { me: await this.giver.give(session, response), recoveryCodes };
  }

  /** Names a passkey. */
  @Put('passkeys/:id')
  @Act('session.use')
  @HttpCode(204)
  rename(@Me() me: SignedIn, @Param('id', ParseUUIDPipe) id: string, @Body() { name }: PasskeyNameBody): Promise<void> {
    return this.keep.renamePasskey(me, id, name.trim());
  }

  /** Revokes a passkey. */
  @Delete('passkeys/:id')
  @Act('session.use')
  @Fresh()
  @HttpCode(204)
  removePasskey(@Me() me: SignedIn, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.keep.removePasskey(me, id);
  }

  /** A new sheet of recovery codes; the former one is void. */
  @Post('recovery-codes')
  @Act('session.use')
  @Fresh()
  @RepeatSafe()
  async renewCodes(@Me() me: SignedIn): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.keep.renewCodes(me) };
  }

  private place(request: Request): RelyingParty {
    const place = this.options.relyingParty(request);
    if (!place) throw accessFault('noPasskeysHere');
    return place;
  }
}

/** PostgreSQL's JSON writes instants with an offset; the wire has them in UTC. */
const instant = (said: Date): string => new Date(said).toISOString();
const instantOrNull = (said: Date | null): string | null => (said === null ? null : instant(said));
