import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { taskFault } from '../task-faults.js';
import { UnitInbox } from '../queries/inbox.query.js';
import { ReportProgress } from '../usecases/report-progress.js';
import { ReturnAnswer } from '../usecases/return-answer.js';
import { SignAssignment } from '../usecases/sign-assignment.js';
import { SignAssignments } from '../usecases/sign-assignments.js';
import { SignOffAnswer } from '../usecases/sign-off-answer.js';
import { SubmitAnswer } from '../usecases/submit-answer.js';
import { WithdrawAnswer } from '../usecases/withdraw-answer.js';
import { AnswerBody, ReasonBody, ReportBody, ReportManyBody, SignManyBody } from './assignment.dto.js';
import { AssignmentView, ReportingView, SigningView } from './assignment.view.js';

/** What a unit does with its assignments. */
@Controller('assignments')
export class AssignmentController {
  constructor(
    private readonly signOne: SignAssignment,
    private readonly signMany: SignAssignments,
    private readonly reports: ReportProgress,
    private readonly submitAnswer: SubmitAnswer,
    private readonly returnAnswer: ReturnAnswer,
    private readonly signOffAnswer: SignOffAnswer,
    private readonly withdrawAnswer: WithdrawAnswer,
    private readonly inbox: UnitInbox,
  ) {}

  /** Takes many assignments in one act; each that cannot be taken is named with its reason. */
  @Post('sign')
  @Act('assignment.sign')
  @HttpCode(200)
  signAll(@Body() body: SignManyBody, @By() by: Actor): Promise<SigningView> {
    return this.signMany.run(body.ids, by, { dryRun: body.dryRun ?? false });
  }

  /** Reports on many assignments in one act. */
  @Post('reports')
  @Act('assignment.report')
  @HttpCode(200)
  reportAll(@Body() body: ReportManyBody, @By() by: Actor): Promise<ReportingView> {
    return this.reports.run(body.reports, by, body.dryRun);
  }

  /** Takes the assignment (签收). */
  @Post(':id/sign')
  @Act('assignment.sign', 'id')
  @HttpCode(200)
  async sign(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<AssignmentView> {
    await this.signOne.run(id, version, by);
    return this.inbox.one(id, by);
  }

  /** Reports progress. */
  @Post(':id/report')
  @Act('assignment.report', 'id')
  @HttpCode(200)
  async report(@Param('id') id: string, @Body() body: ReportBody, @By() by: Actor): Promise<AssignmentView> {
    const { rejected } = await this.reports.run([{ ...body, assignmentId: id }], by);
    const [refusal] = rejected;
    if (refusal?.code === 'task.notQuantified') throw taskFault('notQuantified', {}, refusal.errors);
    if (refusal) throw taskFault('assignmentMoveRefused', { on: 'report' });
    return this.inbox.one(id, by);
  }

  /** Puts the unit's claim before its head. */
  @Post(':id/submit')
  @Act('assignment.submit', 'id')
  @HttpCode(200)
  async submit(
    @Param('id') id: string,
    @Body() body: AnswerBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.submitAnswer.run(id, version, { ...body, evidenceIds: body.evidenceIds ?? [] }, by);
    return this.inbox.one(id, by);
  }

  /** The head approves the claim (签发). */
  @Post(':id/sign-off')
  @Act('assignment.sign_off', 'id')
  @HttpCode(200)
  async signOff(@Param('id') id: string, @IfMatch() version: number, @By() by: Actor): Promise<AssignmentView> {
    await this.signOffAnswer.run(id, version, by);
    return this.inbox.one(id, by);
  }

  /** The head sends the claim back to the liaison. */
  @Post(':id/return')
  @Act('assignment.sign_off', 'id')
  @HttpCode(200)
  async return(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.returnAnswer.run(id, version, body.reason, by);
    return this.inbox.one(id, by);
  }

  /** The unit takes its answer back, until verification begins. */
  @Post(':id/withdraw')
  @Act('assignment.withdraw', 'id')
  @HttpCode(200)
  async withdraw(
    @Param('id') id: string,
    @Body() body: ReasonBody,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<AssignmentView> {
    await this.withdrawAnswer.run(id, version, body.reason, by);
    return this.inbox.one(id, by);
  }
}
