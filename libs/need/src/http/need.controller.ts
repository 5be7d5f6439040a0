import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { NeedList } from '../queries/need-list.query.js';
import { AskNeed } from '../usecases/ask-need.js';
import { SolveNeed } from '../usecases/solve-need.js';
import { needFault } from '../need-faults.js';
import { type NeedDoor, TriageNeed } from '../usecases/triage-need.js';
import { NeedBody, NeedListQuery, NeedReasonBody, NeedRegisterBody } from './need.dto.js';
import { AskedNeedView, NeedView } from './need.view.js';

/** What units ask of those above them (诉求上报). */
@Controller('needs')
export class NeedController {
  constructor(
    private readonly needs: NeedList,
    private readonly askNeed: AskNeed,
    private readonly triage: TriageNeed,
    private readonly solveNeed: SolveNeed,
  ) {}

  /** Needs, newest first: a unit's own with those below it, or all of them. */
  @Get()
  @Act('need.read')
  @PageOf(NeedView)
  list(@Query() query: NeedListQuery, @By() by: Actor): Promise<Page<NeedView>> {
    return this.needs.page(query, by);
  }

  /** One need with what became of it. */
  @Get(':id')
  @Act('need.read')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<NeedView> {
    return this.needs.one(id, by);
  }

  /** Asks for something. */
  @Post()
  @Act('need.ask')
  async ask(@Body() { unitId, wantedBy, ...said }: NeedBody, @By() by: Actor): Promise<AskedNeedView> {
    const wanted = wantedBy === undefined ? null : new Date(wantedBy);
    return { id: await this.askNeed.run({ ...said, unitId: unitId ?? by.unitId, wantedBy: wanted, by }) };
  }

  /** Registers it under a standing mandate and sends it to its holder, or puts it before a principal. */
  @Post(':id/register')
  @Act('need.triage')
  @HttpCode(200)
  async register(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { holderUnitId, dueAt, category, ...through }: NeedRegisterBody,
    @By() by: Actor,
  ): Promise<NeedView> {
    const door = doorOf(through);
    const asked = { id, version, door, holderUnitId, dueAt: new Date(dueAt), category: category ?? null, by };
    await this.triage.register(asked);
    return this.needs.one(id, by);
  }

  /** Declines it with a reason that the unit reads. */
  @Post(':id/decline')
  @Act('need.triage')
  @HttpCode(200)
  async decline(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: NeedReasonBody,
    @By() by: Actor,
  ): Promise<NeedView> {
    await this.triage.decline(id, version, reason, by);
    return this.needs.one(id, by);
  }

  /** Ends it as solved by themselves (已自行解决); its task ends with it. */
  @Post(':id/solve')
  @Act('need.ask')
  @HttpCode(200)
  async solve(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: NeedReasonBody,
    @By() by: Actor,
  ): Promise<NeedView> {
    await this.solveNeed.run(id, version, reason, by);
    return this.needs.one(id, by);
  }
}

function doorOf({ mandateId, principalId }: Pick<NeedRegisterBody, 'mandateId' | 'principalId'>): NeedDoor {
  if (mandateId !== undefined && principalId === undefined) return { mandateId };
  if (principalId !== undefined && mandateId === undefined) return { principalId };
  const path = mandateId === undefined ? 'mandateId' : 'principalId';
  const message = 'exactly one of mandateId and principalId';
  throw needFault('oneDoor', {}, [{ path, message, constraint: 'oneOf' }]);
}
