import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { MatterPage } from '../queries/matter-page.query.js';
import { DecideProposal } from '../usecases/decide-proposal.js';
import { MergeMatters } from '../usecases/merge-matters.js';
import { RegisterMatter } from '../usecases/register-matter.js';
import { RegisterMatters } from '../usecases/register-matters.js';
import { instantOf, manyOf, recordOf, taskDraftOf, wordsOf } from './commands.js';
import { DecideProposalBody } from './handling-proposal.dto.js';
import { MergeManyBody, RegisterMatterBody, RegisterManyBody } from './matter.dto.js';
import { MatterView } from './matter.view.js';
import { MergedMattersView, RegisteredMattersView, RegisteredMatterView } from './registration.view.js';

/** Registration (立项) and merging: one by one, many at once, or by a leader's decision on a handling proposal. */
@Controller()
export class RegistrationController {
  constructor(
    private readonly registerMatter: RegisterMatter,
    private readonly registerMatters: RegisterMatters,
    private readonly mergeMatters: MergeMatters,
    private readonly decideProposal: DecideProposal,
    private readonly pages: MatterPage,
  ) {}

  /** Registers many under a standing mandate; units come from the duty register. At most 5,000; `dryRun` says what would be. */
  @Post('matters/register')
  @HttpCode(200)
  @Act('matter.register')
  registerMany(@Body() body: RegisterManyBody, @By() by: Actor): Promise<RegisteredMattersView> {
    const { mandateId, dueInDays = null, dispatch = false, dryRun = false } = body;
    return this.registerMatters
      .run({ matters: manyOf(body), mandateId, dueInDays, dispatch, dryRun, by })
      .then(({ registered, dispatched, skipped }) => ({ registered, dispatched, skipped: [...skipped] }));
  }

  /** 并案办理 of several at once, at most 50; `dryRun` says what would be. */
  @Post('matters/merge')
  @HttpCode(200)
  @Act('matter.settle')
  mergeMany(@Body() { matterIds, intoId, dryRun = false }: MergeManyBody, @By() by: Actor): Promise<MergedMattersView> {
    return this.mergeMatters
      .run({ matterIds, intoId, dryRun, by })
      .then(({ skipped, ...done }) => ({ ...done, skipped: [...skipped] }));
  }

  /** Registers one through a mandate, an instruction or an agreed proposal. */
  @Post('matters/:id/register')
  @HttpCode(200)
  @Act('matter.register', 'id')
  async register(
    @Param('id', ParseUUIDPipe) matterId: string,
    @IfMatch() version: number,
    @Body() body: RegisterMatterBody,
    @By() by: Actor,
  ): Promise<RegisteredMatterView> {
    const { by: door, task, dispatch = false } = body;
    const opened = await this.registerMatter.run({
      matterId,
      version,
      door,
      recordId: recordOf(body),
      draft: taskDraftOf(task),
      dispatch,
      by,
    });
    return { matter: await this.pages.read(matterId, by), task: opened };
  }

  /** The leader's decision on a handling proposal; 同意 registers the matter. */
  @Post('handling-proposals/:id/decide')
  @HttpCode(200)
  @Act('handling_proposal.decide')
  async decide(
    @Param('id', ParseUUIDPipe) proposalId: string,
    @Body() { decision, words, changes }: DecideProposalBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    const { dueAt, ...named } = changes ?? {};
    const wanted = { ...named, ...(dueAt !== undefined && { dueAt: instantOf(dueAt) }) };
    const matterId = await this.decideProposal.run({
      proposalId,
      decision,
      words: wordsOf(words),
      changes: wanted,
      by,
    });
    return this.pages.read(matterId, by);
  }
}
