import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { FindingList } from '../../queries/finding/finding-list.query.js';
import { VisitChecklist } from '../../queries/finding/checklist.query.js';
import { findingFault } from '../../finding-faults.js';
import { AnswerClause } from '../../usecases/finding/answer-clause.js';
import { RecordFinding } from '../../usecases/finding/record-finding.js';
import { ClauseAnswerBody, NewFindingBody } from './finding.dto.js';
import { ChecklistView, FindingView } from './finding.view.js';

/** What is written on the spot. */
@Controller('visits')
export class VisitChecklistController {
  constructor(
    private readonly checklist: VisitChecklist,
    private readonly answers: AnswerClause,
    private readonly record: RecordFinding,
    private readonly findings: FindingList,
  ) {}

  /** The checklist of a visit, clause by clause. */
  @Get(':id/checklist')
  @Act('finding.checklist')
  read(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<ChecklistView> {
    return this.checklist.of(id, by);
  }

  /** Answers one clause; what was seen last counts, and every answer is kept. */
  @Put(':id/answers/:clause')
  @Act('finding.record')
  @HttpCode(200)
  async answer(
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('clause') clause: string,
    @Body() body: ClauseAnswerBody,
    @By() by: Actor,
  ): Promise<ChecklistView> {
    const { id = null, met, value, capturedAt = null } = body;
    const found = met ?? value;
    if (found === undefined)
      throw findingFault('wrongAnswer', {}, [{ path: 'met', message: 'or value is wanted', constraint: 'answer' }]);
    await this.answers.run({ id: id?.toLowerCase() ?? null, visitId, clause, found, capturedAt }, by);
    return this.checklist.of(visitId, by);
  }

  /** A finding; sent again under its id it is the same one. */
  @Post(':id/findings')
  @Act('finding.record')
  async find(
    @Param('id', ParseUUIDPipe) visitId: string,
    @Body() body: NewFindingBody,
    @By() by: Actor,
  ): Promise<FindingView> {
    const { clause = null, unitId = null, conduct = null, result = null, happenedAt = null, capturedAt = null } = body;
    const { id, words, severity, encounter = 'found', evidenceIds = [], sentAt = null } = body;
    const stated = { id: id.toLowerCase(), visitId, clause, unitId, words, severity, conduct, result, encounter };
    await this.record.run({ ...stated, happenedAt, capturedAt, evidenceIds }, sentAt, by);
    return this.findings.one(id, by);
  }
}
