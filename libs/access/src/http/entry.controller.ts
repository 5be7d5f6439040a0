import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post, Put, Req, Res } from '@nestjs/common';
import { RepeatSafe } from '@ducha/http';
import type { Request, Response } from 'express';
import type { Actor, SignedIn } from '../actor.js';
import { Act, By, Fresh, Me } from '../guard/act.decorator.js';
import { LetIn } from '../people/let-in.js';
import { ChangePassword } from '../sessions/change-password.js';
import { EntryLinks } from '../sessions/entry-links.js';
import { EntryBody, PasswordBody } from './entry.dto.js';
import { EntryPreviewView, NewEntryView, PasswordChangedView } from './entry.view.js';
import { originOf } from './origin-of.js';
import { LinkBody } from './session.dto.js';
import { SessionGiver } from './session-giver.js';
import { MeView } from './session.view.js';

/** How people come to their passwords. Answers hold secrets, so none is kept for a repeat. */
@Controller()
export class EntryController {
  constructor(
    private readonly links: EntryLinks,
    private readonly letIn: LetIn,
    private readonly changing: ChangePassword,
    private readonly giver: SessionGiver,
  ) {}

  /** Makes the link with which a person of the register chooses their first password. */
  @Post('people/:id/entry-link')
  @Act('people.manage')
  @Fresh()
  @RepeatSafe()
  letNewcomerIn(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NewEntryView> {
    return this.letIn.newcomer(by, id);
  }

  /** Makes the link that belongs to a granted request: for who decided it, to be handed to whom it is about. */
  @Post('privilege-requests/:id/entry-link')
  @Act('privilege.decide')
  @Fresh()
  @RepeatSafe()
  letOfficeholderIn(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<NewEntryView> {
    return this.letIn.asDecided(by, id);
  }

  /** Says whom an entry link lets in, without using it up. */
  @Post('entry-links/preview')
  @Act('public')
  @HttpCode(200)
  preview(@Body() { token }: LinkBody): Promise<EntryPreviewView> {
    return this.links.preview(token);
  }

  /** Chooses the password by a link, which is spent with it, and signs in as far as the second factor. */
  @Post('entry-links/use')
  @Act('public')
  @RepeatSafe()
  async use(
    @Body() { token, password }: EntryBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    return this.giver.give(await this.links.use(token, password, originOf(request)), response);
  }

  /** Changes my password; my other devices are signed out. */
  @Put('account/password')
  @Act('session.use')
  @Fresh()
  @RepeatSafe()
  async change(@Me() me: SignedIn, @Body() { password }: PasswordBody): Promise<PasswordChangedView> {
    return { sessionsEnded: await this.changing.run(me, password) };
  }
}
