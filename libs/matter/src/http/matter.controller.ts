import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { MatterList } from '../queries/matter-list.query.js';
import { MatterPage } from '../queries/matter-page.query.js';
import { EnterMatter } from '../usecases/enter-matter.js';
import { ProposeHandling } from '../usecases/propose-handling.js';
import { TriageMatter } from '../usecases/triage-matter.js';
import { instantOf, proposalOf, restrictionOf, wordsOf } from './commands.js';
import { EnterMatterBody } from './enter-matter.dto.js';
import { ProposeHandlingBody } from './handling-proposal.dto.js';
import { TriageBody } from './matter.dto.js';
import { MatterFilter, MatterListQuery } from './matter-filter.dto.js';
import { MatterCountView, MatterListRow, MatterView } from './matter.view.js';

/** Matters: what came in and wants an answer. */
@Controller('matters')
export class MatterController {
  constructor(
    private readonly matters: MatterList,
    private readonly pages: MatterPage,
    private readonly enterMatter: EnterMatter,
    private readonly triageMatter: TriageMatter,
    private readonly proposeHandling: ProposeHandling,
  ) {}

  /** Matters, the latest first. */
  @Get()
  @Act('matter.read')
  @PageOf(MatterListRow)
  list(@Query() query: MatterListQuery, @By() by: Actor): Promise<Page<MatterListRow>> {
    return this.matters.page(query, by);
  }

  /** How many the same filter finds, exact up to 10,000. */
  @Get('count')
  @Act('matter.read')
  count(@Query() filter: MatterFilter, @By() by: Actor): Promise<MatterCountView> {
    return this.matters.count(filter, by);
  }

  /** Enters one by hand. */
  @Post()
  @Act('matter.enter')
  async enter(@Body() body: EnterMatterBody, @By() by: Actor): Promise<MatterView> {
    const id = await this.enterMatter.run({
      ...{ kind: body.kind, title: body.title, body: body.body, by },
      categories: [...(body.category ? [body.category] : []), ...(body.categories ?? [])],
      signatories: (body.signatories ?? []).map((one) => ({ ...one, contact: wordsOf(one.contact) })),
      ...{ fields: body.fields ?? {}, declaredUnclassified: body.declaredUnclassified },
      ...{ restriction: body.restriction ? restrictionOf(body.restriction) : null },
      sourceOfficerIds: body.sourceOfficerIds ?? [],
      occurredAt: instantOf(body.occurredAt),
      receivedAt: instantOf(body.receivedAt),
      ...{ principalId: body.principalId ?? null, meeting: body.meeting ?? null, foreignId: body.foreignId ?? null },
      evidenceIds: body.evidenceIds ?? [],
      handlingProposal: body.handlingProposal ? proposalOf(body.handlingProposal) : null,
    });
    return this.pages.read(id, by);
  }

  /** One matter with all that belongs to it. */
  @Get(':id')
  @Act('matter.read', 'id')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<MatterView> {
    return this.pages.read(id, by);
  }

  /** Sets right what it came in with (甄别). */
  @Patch(':id')
  @Act('matter.triage', 'id')
  async triage(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: TriageBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    const { body: text, ...rest } = body;
    await this.triageMatter.run({ ...rest, matterId: id, version, by, body: text });
    return this.pages.read(id, by);
  }

  /** Puts a handling proposal (拟办意见) before a principal. */
  @Post(':id/propose')
  @HttpCode(200)
  @Act('matter.propose', 'id')
  async propose(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ProposeHandlingBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    await this.proposeHandling.run({ matterId: id, version, proposal: proposalOf(body.handlingProposal), by });
    return this.pages.read(id, by);
  }
}
