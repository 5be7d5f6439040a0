import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { UnitInbox } from '../queries/inbox.query.js';
import { JudgeAssist } from '../usecases/judge-assist.js';
import { ReassignAssignment } from '../usecases/reassign-assignment.js';
import { RecallAssignment } from '../usecases/recall-assignment.js';
import { ReasonBody, ReassignBody } from './assignment.dto.js';
import { AssignmentView } from './assignment.view.js';

/** What the lead unit decides about its assisting units, and the bureau about any assignment. */
@Controller('assignments')
export class AssignmentJudgingController {
  constructor(
    private readonly judge: JudgeAssist,
    private readonly recallAssignment: RecallAssignment,
    private readonly reassignAssignment: ReassignAssignment,
    private readonly inbox: UnitInbox,
  ) {}

  /** The lead accepts an assisting unit's answer. */
  @Post(':id/accept')
  @Act('assignment.lead', 'id')
  @HttpCode(200)
  async accept(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<AssignmentView> {
    await this.judge.run(id, version, 'accept', null, by);
    return this.inbox.one(id, by);
  }

  /** The lead sends an assisting unit's answer back. */
  @Post(':id/redo')
  @Act('assignment.lead', 'id')
  @HttpCode(200)
  async redo(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.judge.run(id, version, 'redo', body.reason, by);
    return this.inbox.one(id, by);
  }

  /** The lead goes on without an assisting unit's answer, with a reason. */
  @Post(':id/waive')
  @Act('assignment.lead', 'id')
  @HttpCode(200)
  async waive(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.judge.run(id, version, 'waive', body.reason, by);
    return this.inbox.one(id, by);
  }

  /** The bureau takes the assignment back. */
  @Post(':id/recall')
  @Act('assignment.manage', 'id')
  @HttpCode(200)
  async recall(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.recallAssignment.run(id, version, body.reason, by);
    return this.inbox.one(id, by);
  }

  /** The bureau gives the share to another unit. Answers the new assignment. */
  @Post(':id/reassign')
  @Act('assignment.manage', 'id')
  @HttpCode(200)
  async reassign(
    @Param('id') id: string,
    @Body() body: ReassignBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    return this.inbox.one(await this.reassignAssignment.run(id, version, body.toUnitId, body.reason, by), by);
  }
}
