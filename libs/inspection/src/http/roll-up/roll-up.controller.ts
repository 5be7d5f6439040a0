import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { Act } from '@ducha/access';
import { Briefing } from '../../queries/roll-up/briefing.query.js';
import { RollUp } from '../../queries/roll-up/roll-up.query.js';
import { RollUpQuery } from './roll-up.dto.js';
import { InspectionRollUpView } from './roll-up.view.js';

/** What an inspection has come to so far: rolled up in one click, and as a draft for those who sent it out (S18). */
@Controller('inspections')
export class RollUpController {
  constructor(
    private readonly rollUp: RollUp,
    private readonly briefing: Briefing,
  ) {}

  /** Numbers by place and group, red lines, what was not reached, when it was noticed; beside an earlier round where one is named. */
  @Get(':id/roll-up')
  @Act('finding.roll_up')
  read(@Param('id', ParseUUIDPipe) id: string, @Query() { against }: RollUpQuery): Promise<InspectionRollUpView> {
    return this.rollUp.of(id, against ?? null);
  }

  /** The same as a draft of a briefing (督查快报) on paper. */
  @Get(':id/briefing')
  @Act('finding.roll_up')
  async print(@Param('id', ParseUUIDPipe) id: string, @Query() { against }: RollUpQuery): Promise<StreamableFile> {
    const { name, pdf } = await this.briefing.of(id, against ?? null);
    return new StreamableFile(pdf, {
      ...{ type: 'application/pdf', disposition: `inline; filename*=UTF-8''${encodeURIComponent(name)}` },
    });
  }
}
