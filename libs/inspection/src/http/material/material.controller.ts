import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { VisitChecklist } from '../../queries/finding/checklist.query.js';
import { GivenMaterial } from '../../queries/material/given-material.query.js';
import { AskMaterial } from '../../usecases/material/ask-material.js';
import { MaterialRequestBody } from './material.dto.js';
import { GivenMaterialView } from './material.view.js';

/** Material is attached where it was given already, and asked for again only with a reason (L39). */
@Controller('visits')
export class MaterialController {
  constructor(
    private readonly checklist: VisitChecklist,
    private readonly material: GivenMaterial,
    private readonly ask: AskMaterial,
  ) {}

  /** What the visited unit gave within a year, and what was asked for at this visit. */
  @Get(':id/material')
  @Act('finding.checklist')
  async given(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<GivenMaterialView> {
    await this.checklist.of(id, by);
    return this.material.at(id, by);
  }

  /** Asks the unit for something that it has not given. */
  @Post(':id/material-requests')
  @Act('finding.record')
  async request(
    @Param('id', ParseUUIDPipe) visitId: string,
    @Body() { what, reason }: MaterialRequestBody,
    @By() by: Actor,
  ): Promise<GivenMaterialView> {
    await this.ask.run({ visitId, what, reason: reason ?? null }, by);
    return this.material.at(visitId, by);
  }
}
