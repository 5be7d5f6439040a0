import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { LadderHistory } from '../queries/ladder-history.query.js';
import { LadderRehearsal } from '../queries/ladder-rehearsal.query.js';
import { SlipLevels } from '../queries/slip-levels.query.js';
import { KeepLadders } from '../usecases/keep-ladders.js';
import { SetSlipLevels } from '../usecases/set-slip-levels.js';
import { LadderRehearsalBody, LadderTextBody, NewLadderBody, SlipLevelsBody } from './ladder.dto.js';
import { LadderChangeView, LadderRehearsalView, LadderView, SlipLevelsView } from './ladder.view.js';
import { ladderOfBody } from './ladder-views.js';

/** What is said, sent and served on the way to the end of a time limit and beyond it. */
@Controller()
export class LadderController {
  constructor(
    private readonly ladders: LadderHistory,
    private readonly rehearsal: LadderRehearsal,
    private readonly keep: KeepLadders,
    private readonly levels: SlipLevels,
    private readonly setLevels: SetSlipLevels,
  ) {}

  /** The ladders in force. */
  @Get('ladders')
  @Act('ladder.read')
  list(): Promise<LadderView[]> {
    return this.ladders.list();
  }

  /** The newest text of a ladder, in force or yet to come. */
  @Get('ladders/:code')
  @Act('ladder.read', 'code')
  one(@Param('code') code: string): Promise<LadderView> {
    return this.ladders.one(code);
  }

  /** Its texts, the newest first. */
  @Get('ladders/:code/revisions')
  @Act('ladder.read', 'code')
  revisions(@Param('code') code: string): Promise<LadderView[]> {
    return this.ladders.revisions(code);
  }

  /** A ladder of the county’s own. */
  @Post('ladders')
  @Act('ladder.keep')
  async begin(@Body() { code, ...text }: NewLadderBody, @By() by: Actor): Promise<LadderView> {
    await this.keep.begin(ladderOfBody(code, text, -1), instantOf(text), by);
    return this.ladders.one(code);
  }

  /** What a ladder, kept or only written down, will say of a template task if nothing is done. */
  @Post('ladders/rehearsal')
  @HttpCode(200)
  @Act('ladder.rehearse')
  rehearse(@Body() { ladder, ...task }: LadderRehearsalBody): Promise<LadderRehearsalView> {
    const { dueAt, unitId, leadLeaderId, principalId, caseOfficerId } = task;
    return this.rehearsal.of(ladderOfBody('draft', ladder, -1), {
      dueAt: new Date(dueAt),
      unitId: unitId ?? null,
      officers: [caseOfficerId ?? null],
      leadLeaderId: leadLeaderId ?? null,
      principalId: principalId ?? null,
    });
  }

  /** Which running time limits a text would change; stores nothing. */
  @Post('ladders/:code/preview')
  @HttpCode(200)
  @Act('ladder.keep', 'code')
  async preview(@Param('code') code: string, @Body() text: LadderTextBody): Promise<LadderChangeView> {
    await this.ladders.one(code);
    const { examples, ...change } = await this.keep.preview(ladderOfBody(code, text, await this.ladders.usedIds(code)));
    return { ...change, examples: [...examples] };
  }

  /** Another text, as a new revision; `If-Match` names the revision that was seen. */
  @Put('ladders/:code')
  @Act('ladder.keep', 'code')
  async edit(
    @Param('code') code: string,
    @IfMatch() seen: number,
    @Body() text: LadderTextBody,
    @By() by: Actor,
  ): Promise<LadderView> {
    await this.ladders.one(code);
    await this.keep.edit(ladderOfBody(code, text, await this.ladders.usedIds(code)), instantOf(text), seen, by);
    return this.ladders.one(code);
  }

  /** Back to the text that comes with the product; a ladder of the county’s own is given up. */
  @Post('ladders/:code/withdraw')
  @HttpCode(200)
  @Act('ladder.keep', 'code')
  async withdraw(@Param('code') code: string, @IfMatch() seen: number, @By() by: Actor): Promise<LadderView> {
    await this.keep.withdraw(code, seen, by);
    return this.ladders.one(code);
  }

  /** Names and colours of slips (督办单), the mildest first. */
  @Get('slip-levels')
  @Act('ladder.read')
  async slipLevels(): Promise<SlipLevelsView> {
    const { version, levels } = await this.levels.read();
    return { version, levels: levels.map((level) => ({ ...level })) };
  }

  /** Sets them; slips that were served keep those of their day. `If-Match` names the version that was seen. */
  @Put('slip-levels')
  @Act('ladder.keep')
  async setSlipLevels(
    @IfMatch() seen: number,
    @Body() { levels }: SlipLevelsBody,
    @By() by: Actor,
  ): Promise<SlipLevelsView> {
    await this.setLevels.run(levels, seen, by);
    return this.slipLevels();
  }
}

const instantOf = ({ effectiveAt }: LadderTextBody): Date | null =>
  effectiveAt === undefined ? null : new Date(effectiveAt);
