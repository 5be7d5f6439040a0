import { Body, Controller, Get, HttpCode, Param, ParseEnumPipe, ParseUUIDPipe, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { recognitionKinds, type RecognitionKind } from '../../domain/recognition/recognition.js';
import { VisitChecklist } from '../../queries/finding/checklist.query.js';
import { Recognitions } from '../../queries/recognition/recognitions.query.js';
import { AskRecognition } from '../../usecases/recognition/ask-recognition.js';
import { RecognitionBody } from './recognition.dto.js';
import { RecognitionTakenView, CrossCheckView } from './recognition.view.js';

const kinds = Object.fromEntries(recognitionKinds.map((kind) => [kind, kind]));

/** Whether households know their posted team, and the team its households (双向认知). */
@Controller()
export class RecognitionController {
  constructor(
    private readonly checklist: VisitChecklist,
    private readonly recognitions: Recognitions,
    private readonly ask: AskRecognition,
  ) {}

  /** Who was asked at a household; what the answers were worth is not told here. */
  @Get('visits/:id/recognitions')
  @Act('finding.checklist')
  async asked(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<RecognitionTakenView[]> {
    await this.checklist.of(id, by);
    return this.recognitions.asked(id);
  }

  /** Takes down what a household or somebody of its team said, once. What differs from the register becomes a finding by itself. */
  @Put('visits/:id/recognitions/:kind')
  @Act('finding.record')
  @HttpCode(200)
  async take(
    @Param('id', ParseUUIDPipe) visitId: string,
    @Param('kind', new ParseEnumPipe(kinds)) kind: RecognitionKind,
    @Body() body: RecognitionBody,
    @By() by: Actor,
  ): Promise<RecognitionTakenView[]> {
    const { knows, named = [], members = null, incomes = [], policies = [], clause = null, capturedAt = null } = body;
    await this.ask.run({ visitId, kind, knows, named, members, incomes, policies, clause, capturedAt }, by);
    return this.recognitions.asked(visitId);
  }

  /** What a finding of the system rests on, for whoever judges it and did not go along. */
  @Get('findings/:id/cross-check')
  @Act('finding.cross_check', 'id')
  behind(@Param('id') id: string, @By() by: Actor): Promise<CrossCheckView> {
    return this.recognitions.behind(id, by);
  }
}
