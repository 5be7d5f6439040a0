import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery, RepeatSafe } from '@ducha/http';
import { SealedList } from '../../queries/sealed/sealed-list.query.js';
import { SealedPage } from '../../queries/sealed/sealed-page.query.js';
import { SealedStory } from '../../queries/sealed/sealed-story.query.js';
import { SealedCustody } from '../../usecases/sealed/custody/sealed-custody.js';
import { DraftSealed } from '../../usecases/sealed/draft-sealed.js';
import { StartSealed } from '../../usecases/sealed/start-sealed.js';
import { planOfBody } from '../plan/plan-of-body.js';
import { CreatedView } from '../standard.view.js';
import { CancelSealedBody, PassphraseBody, SealedDoorBody, SealedPlanBody, StartSealedBody } from './sealed.dto.js';
import { SealedBrief, SealedStoryView, SealedView } from './sealed.view.js';

/** Sealed plans (密封方案): for whoever is named, with their passphrase; for everybody else there are none. */
@Controller('sealed-inspections')
export class SealedController {
  constructor(
    private readonly list: SealedList,
    private readonly page: SealedPage,
    private readonly story: SealedStory,
    private readonly custody: SealedCustody,
    private readonly start: StartSealed,
    private readonly draft: DraftSealed,
  ) {}

  /** The sealed plans in which one is named, newest first; nothing of their content. */
  @Get()
  @Act('sealed.list')
  @PageOf(SealedBrief)
  all(@Query() query: PageQuery, @By() by: Actor): Promise<Page<SealedBrief>> {
    return this.list.page(query, by);
  }

  /** A sealed draft, with one's own passphrase for it. */
  @Post()
  @Act('sealed.start')
  @RepeatSafe()
  async starts(@Body() body: StartSealedBody, @By() by: Actor): Promise<CreatedView> {
    return { id: await this.start.run({ ...body, by }) };
  }

  /** Opens it and reads. */
  @Post(':id/open')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  opens(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.custody.open({ id, passphrase, by }, { act: 'open' }, (opened) => this.page.of(opened));
  }

  /** The sealed chain: who could know what when, and whether it is whole. */
  @Post(':id/chain')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  chain(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<SealedStoryView> {
    return this.story.read({ id, passphrase, by });
  }

  /** Replaces the plan whole while it is a draft. */
  @Post(':id/plan')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  plan(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, plan }: SealedPlanBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draft.plan({ id, passphrase, version, by }, planOfBody(plan));
  }

  /** Puts it before the principals who are named. */
  @Post(':id/propose')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  propose(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draft.propose({ id, passphrase, version, by });
  }

  /** A principal approves what was proposed; the plan is frozen from here on. */
  @Post(':id/approve')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  approve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, words }: SealedDoorBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draft.openDoor({ id, passphrase, version, by }, 'approve', words ?? null);
  }

  /** A principal instructs it without a proposal; the plan is frozen from here on. */
  @Post(':id/instruct')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  instruct(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, words }: SealedDoorBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draft.openDoor({ id, passphrase, version, by }, 'instruct', words ?? null);
  }

  /** Gives it up before the release. */
  @Post(':id/cancel')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { passphrase, reason }: CancelSealedBody,
    @By() by: Actor,
  ): Promise<SealedView> {
    return this.draft.cancel({ id, passphrase, version, by }, reason);
  }
}
