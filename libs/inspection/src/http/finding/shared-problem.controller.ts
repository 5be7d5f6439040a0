import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { SharedProblems } from '../../queries/finding/shared-problems.query.js';
import { InspectionDoor } from '../../queries/finding/inspection-door.js';
import { CallShared } from '../../usecases/finding/call-shared.js';
import { SharedProblemBody, SelfCheckBody } from './finding.dto.js';
import { SharedProblemView, SpreadTable } from './finding.view.js';

/** What findings have in common (共性问题): suggested by spread, decided by a person, looked for at home by every unit. */
@Controller('inspections')
export class SharedProblemController {
  constructor(
    private readonly problems: SharedProblems,
    private readonly call: CallShared,
    private readonly door: InspectionDoor,
  ) {}

  /** How far findings against one clause have spread, and what the rule suggests. */
  @Get(':id/spreads')
  @Act('finding.roll_up')
  async spreads(@Param('id', ParseUUIDPipe) id: string): Promise<SpreadTable> {
    await this.door.refuseUnknown(id);
    return this.problems.spreads(id);
  }

  /** What persons called common. */
  @Get(':id/common-problems')
  @Act('finding.roll_up')
  async list(@Param('id', ParseUUIDPipe) id: string): Promise<SharedProblemView[]> {
    await this.door.refuseUnknown(id);
    return this.problems.of(id);
  }

  /** Calls findings one common problem. */
  @Post(':id/common-problems')
  @Act('common_problem.decide')
  async decide(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Body() body: SharedProblemBody,
    @By() by: Actor,
  ): Promise<SharedProblemView[]> {
    await this.door.refuseUnknown(inspectionId);
    const { name, findingIds, cause = '', ownerUnitId = null, measure = null, document = null } = body;
    await this.call.run({ inspectionId, name, findingIds, cause, ownerUnitId, measure, document }, by);
    return this.problems.of(inspectionId);
  }

  /** Orders units to look for it at home (自查). */
  @Post(':id/common-problems/:problemId/self-check')
  @Act('common_problem.decide')
  @HttpCode(200)
  async selfCheck(
    @Param('id', ParseUUIDPipe) inspectionId: string,
    @Param('problemId', ParseUUIDPipe) problemId: string,
    @Body() { unitIds, demand, dueAt }: SelfCheckBody,
    @By() by: Actor,
  ): Promise<SharedProblemView[]> {
    await this.door.refuseUnknown(inspectionId);
    await this.call.order({ inspectionId, problemId, unitIds, demand, dueAt: new Date(dueAt) }, by);
    return this.problems.of(inspectionId);
  }
}
