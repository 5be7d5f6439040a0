import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { conclusionFault } from '../../conclusion-faults.js';
import { ConclusionList } from '../../queries/conclusion/conclusion-list.query.js';
import { CheckFacts } from '../../usecases/conclusion/check-facts.js';
import { DecidePoint } from '../../usecases/conclusion/decide-point.js';
import { DraftConclusion } from '../../usecases/conclusion/draft-conclusion.js';
import { IssueConclusion } from '../../usecases/conclusion/issue-conclusion.js';
import {
  ConclusionDraftBody,
  ConclusionListQuery,
  LeaveBody,
  PointDecisionBody,
  FactStatementBody,
} from './conclusion.dto.js';
import { ConclusionBrief, ConclusionView } from './conclusion.view.js';

/** Conclusions (督查结论): one for each object, checked by it, signed by a principal, served with a receipt. */
@Controller('conclusions')
export class ConclusionController {
  constructor(
    private readonly conclusions: ConclusionList,
    private readonly drafts: DraftConclusion,
    private readonly facts: CheckFacts,
    private readonly points: DecidePoint,
    private readonly issuing: IssueConclusion,
  ) {}

  /** Conclusions as far as the reader may see them, newest first. */
  @Get()
  @Act('conclusion.read')
  @PageOf(ConclusionBrief)
  list(@Query() query: ConclusionListQuery, @By() by: Actor): Promise<Page<ConclusionBrief>> {
    return this.conclusions.page(query, by);
  }

  /** One conclusion with its findings. */
  @Get(':id')
  @Act('conclusion.read', 'id')
  read(@Param('id') id: string, @By() by: Actor): Promise<ConclusionView> {
    return this.conclusions.one(id, by);
  }

  /** Edits the draft. */
  @Put(':id')
  @Act('conclusion.edit', 'id')
  async edit(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words, findingIds, cleared = false }: ConclusionDraftBody,
    @By() by: Actor,
  ): Promise<ConclusionView> {
    await this.drafts.edit({ id, version, words, findingIds, cleared }, by);
    return this.conclusions.one(id, by);
  }

  /** Puts the facts before the object. */
  @Post(':id/fact-check')
  @Act('conclusion.edit', 'id')
  @HttpCode(200)
  async send(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<ConclusionView> {
    await this.facts.send({ id, version, by });
    return this.conclusions.one(id, by);
  }

  /** What the object says to the facts, once and in time. */
  @Post(':id/statement')
  @Act('conclusion.state', 'id')
  @HttpCode(200)
  async state(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words = '', evidenceIds = [], points }: FactStatementBody,
    @By() by: Actor,
  ): Promise<ConclusionView> {
    await this.facts.state({ id, version, words, evidenceIds, points, by });
    return this.conclusions.one(id, by);
  }

  /** What is made of what the object said against a finding. */
  @Post(':id/points/:findingId/decide')
  @Act('conclusion.edit', 'id')
  @HttpCode(200)
  async decide(
    @Param('id') id: string,
    @Param('findingId', ParseUUIDPipe) findingId: string,
    @IfMatch() version: number,
    @Body() body: PointDecisionBody,
    @By() by: Actor,
  ): Promise<ConclusionView> {
    const { outcome, words = null, reason } = body;
    if (outcome === 'amended' && words === null)
      throw conclusionFault('faultyChanges', {}, [{ path: 'words', message: 'are wanted', constraint: 'said' }]);
    await this.points.run({ id, version, findingId, outcome, words, reason, by });
    return this.conclusions.one(id, by);
  }

  /** A principal signs it for the government. */
  @Post(':id/issue')
  @Act('conclusion.issue', 'id')
  @HttpCode(200)
  async issue(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<ConclusionView> {
    await this.issuing.issue({ id, version, by });
    return this.conclusions.one(id, by);
  }

  /** The object signs for it; from now on it may apply for review. */
  @Post(':id/receive')
  @Act('conclusion.receive', 'id')
  @HttpCode(200)
  async receive(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<ConclusionView> {
    await this.issuing.receive({ id, version, by });
    return this.conclusions.one(id, by);
  }

  /** It was left there (留置送达). */
  @Post(':id/leave')
  @Act('conclusion.edit', 'id')
  @HttpCode(200)
  async leave(
    @Param('id') id: string,
    @IfMatch() version: number,
    @Body() { words }: LeaveBody,
    @By() by: Actor,
  ): Promise<ConclusionView> {
    await this.issuing.leave({ id, version, words, by });
    return this.conclusions.one(id, by);
  }
}
