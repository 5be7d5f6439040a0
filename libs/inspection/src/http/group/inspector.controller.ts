import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By, mayEver } from '@ducha/access';
import { httpFault, type Page, PageOf } from '@ducha/http';
import { InspectorList } from '../../queries/group/inspector-list.query.js';
import { InspectorRecord } from '../../queries/group/inspector-record.query.js';
import { EndInspectorRecords } from '../../usecases/group/end-inspector-records.js';
import { KeepInspectors } from '../../usecases/group/keep-inspectors.js';
import { CreatedView } from '../standard.view.js';
import {
  CompetenceBody,
  EndDeclarationBody,
  InspectorListQuery,
  RecusalBody,
  RecusalQueryBody,
  TrainingBody,
} from './inspector.dto.js';
import { InspectorRecordView, InspectorView, RecusalsView, TrainedView } from './inspector.view.js';

/** Who may go out: training, the secrecy acknowledgement, and from what one must stay away. */
@Controller()
export class InspectorController {
  constructor(
    private readonly inspectors: InspectorList,
    private readonly record: InspectorRecord,
    private readonly keep: KeepInspectors,
    private readonly end: EndInspectorRecords,
  ) {}

  /** People who could be sent out. */
  @Get('inspectors')
  @Act('inspector.read')
  @PageOf(InspectorView)
  list(@Query() query: InspectorListQuery): Promise<Page<InspectorView>> {
    return this.inspectors.page(query);
  }

  /** What I bring along myself: training, acknowledgement, declarations. */
  @Get('inspectors/me')
  @Act('inspector.acknowledge')
  own(@By() { personId }: Actor): Promise<InspectorRecordView> {
    return this.record.of(personId, personId);
  }

  /** What somebody brings along. */
  @Get('inspectors/:id')
  @Act('inspector.read')
  one(@Param('id', ParseUUIDPipe) id: string, @By() { personId }: Actor): Promise<InspectorRecordView> {
    return this.record.of(id, personId);
  }

  /** Who of these must stay away from which of these units, as the registers know it now. Nothing is written. */
  @Post('inspectors/recusals')
  @Act('inspector.read')
  @HttpCode(200)
  async recusals(@Body() { personIds, unitIds }: RecusalQueryBody): Promise<RecusalsView> {
    return { recusals: await this.inspectors.recusals(personIds, unitIds) };
  }

  /** Declares home township, kin or another interest; for others only the bureau does. */
  @Post('recusal-declarations')
  @Act('inspector.acknowledge')
  async declare(@Body() { personId, unitId, ground }: RecusalBody, @By() by: Actor): Promise<CreatedView> {
    const who = personId ?? by.personId;
    if (who !== by.personId && !mayEver('inspector.keep', by)) throw httpFault('forbidden');
    return { id: await this.keep.declare({ personId: who, unitId, ground, by }) };
  }

  /** Ends a declaration; of one's own another person does. */
  @Post('recusal-declarations/:id/end')
  @Act('inspector.keep')
  @HttpCode(204)
  endDeclaration(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: EndDeclarationBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.end.declaration(id, reason, by);
  }

  /** Records a course that several people went through. */
  @Post('trainings')
  @Act('inspector.keep')
  async course(@Body() body: TrainingBody, @By() by: Actor): Promise<TrainedView> {
    return { recorded: (await this.keep.trainAll({ ...body, by })).length };
  }

  /** Ends a training before its day. */
  @Post('competences/:id/end')
  @Act('inspector.keep')
  @HttpCode(204)
  endCompetence(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<void> {
    return this.end.competence(id, by);
  }

  /** Records a training. */
  @Post('competences')
  @Act('inspector.keep')
  async train(@Body() { personId, kind, fromOn, toOn }: CompetenceBody, @By() by: Actor): Promise<CreatedView> {
    return { id: await this.keep.train({ personId, kind, fromOn, toOn, by }) };
  }

  /** Acknowledges secrecy for oneself, for a year. */
  @Post('secrecy-acknowledgements')
  @Act('inspector.acknowledge')
  async acknowledge(@By() by: Actor): Promise<CreatedView> {
    return { id: await this.keep.acknowledge(by) };
  }
}
