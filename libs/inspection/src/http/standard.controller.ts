import { Body, Controller, Get, HttpCode, Param, ParseIntPipe, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf, PageQuery } from '@ducha/http';
import { StandardList } from '../queries/standard-list.query.js';
import { StandardResults } from '../queries/standard-results.query.js';
import { KeepStandards } from '../usecases/keep-standards.js';
import { RecordResult } from '../usecases/record-result.js';
import {
  DraftBody,
  FindingBody,
  ReevaluationQuery,
  ResultBody,
  ResultListQuery,
  StandardBody,
} from './standard.dto.js';
import { CreatedView, ReevaluationView, ResultView, StandardBrief, StandardView } from './standard.view.js';

const mostVersions = 2_147_483_647;

/** Checklists with red lines, version by version (检查标准). */
@Controller('standards')
export class StandardController {
  constructor(
    private readonly standards: StandardList,
    private readonly results: StandardResults,
    private readonly keep: KeepStandards,
    private readonly recordResult: RecordResult,
  ) {}

  /** Standards by their code. */
  @Get()
  @Act('standard.read')
  @PageOf(StandardBrief)
  list(@Query() query: PageQuery, @By() by: Actor): Promise<Page<StandardBrief>> {
    return this.standards.page(query, by);
  }

  /** A new standard, without a version yet. */
  @Post()
  @Act('standard.draft')
  async found(@Body() { code, name }: StandardBody, @By() by: Actor): Promise<CreatedView> {
    return { id: await this.keep.found(code, name, by) };
  }

  /** One standard with its versions; drafts only for the bureau. */
  @Get(':id')
  @Act('standard.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<StandardView> {
    return this.standards.one(id, by);
  }

  /** Writes the draft of the next version. */
  @Put(':id/draft')
  @Act('standard.draft')
  async draft(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { effectiveFrom, passMark, clauses }: DraftBody,
    @By() by: Actor,
  ): Promise<StandardView> {
    const whole = clauses.map(({ limit = null, ...clause }) => ({ ...clause, limit }));
    await this.keep.draft({ id, version, effectiveFrom, passMark, clauses: whole, by });
    return this.standards.one(id, by);
  }

  /** Publishes the draft: it never changes again, and counts from its day on. */
  @Post(':id/publish')
  @Act('standard.publish')
  @HttpCode(200)
  async publish(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<StandardView> {
    await this.keep.publish({ id, version, by });
    return this.standards.one(id, by);
  }

  /** Gives the draft up. */
  @Post(':id/discard')
  @Act('standard.draft')
  @HttpCode(200)
  async discard(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<StandardView> {
    await this.keep.discard({ id, version, by });
    return this.standards.one(id, by);
  }

  /** What was found by it, newest first. */
  @Get(':id/results')
  @Act('standard.result')
  @PageOf(ResultView)
  listResults(@Param('id', ParseUUIDPipe) id: string, @Query() query: ResultListQuery): Promise<Page<ResultView>> {
    return this.results.page(id, query);
  }

  /** Records what was found at a site; the version in force today judges it. */
  @Post(':id/results')
  @Act('standard.find')
  async find(
    @Param('id', ParseUUIDPipe) standardId: string,
    @Body() { unitId, site, findings }: ResultBody,
    @By() by: Actor,
  ): Promise<CreatedView> {
    return { id: await this.recordResult.run({ standardId, unitId, site, findings: foundIn(findings), by }) };
  }

  /** Who flips: what this version would make of what was found by the others. */
  @Get(':id/versions/:number/reevaluation')
  @Act('standard.result')
  reevaluate(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('number', ParseIntPipe) number: number,
    @Query() { unitId }: ReevaluationQuery,
  ): Promise<ReevaluationView> {
    return this.results.under(id, Math.min(number, mostVersions), unitId ?? null);
  }
}

const foundIn = (findings: readonly FindingBody[]): Record<string, boolean | number> =>
  Object.fromEntries(
    findings.flatMap(({ key, met, value }): [string, boolean | number][] => {
      const found = met ?? value;
      return found === undefined ? [] : [[key, found]];
    }),
  );
