import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Act, type Actor, By, mayEver } from '@ducha/access';
import { httpFault, type Page, PageOf } from '@ducha/http';
import { InspectorList } from '../../queries/group/inspector-list.query.js';
import { KeepInspectors } from '../../usecases/group/keep-inspectors.js';
import { CreatedView } from '../standard.view.js';
import { CompetenceBody, InspectorListQuery, RecusalBody, RecusalQueryBody } from './inspector.dto.js';
import { InspectorView, RecusalsView } from './inspector.view.js';

/** Who may go out: training, the secrecy acknowledgement, and from what one must stay away. */
@Controller()
export class InspectorController {
  constructor(
    private readonly inspectors: InspectorList,
    private readonly keep: KeepInspectors,
  ) {}

  /** People who could be sent out. */
  @Get('inspectors')
  @Act('inspector.read')
  @PageOf(InspectorView)
  list(@Query() query: InspectorListQuery): Promise<Page<InspectorView>> {
    return this.inspectors.page(query);
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
