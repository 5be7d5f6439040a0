import { Controller, Get, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { Frequency } from '../../queries/plan/frequency.query.js';
import { FrequencyView } from './frequency.view.js';
import { FrequencyQuery } from './inspection.dto.js';

/** How often the inspected are inspected (频次台账). */
@Controller('inspection-frequency')
export class FrequencyController {
  constructor(private readonly frequency: Frequency) {}

  /** Objects of a year with their counts; a unit reads its own. */
  @Get()
  @Act('inspection.frequency')
  @PageOf(FrequencyView)
  list(@Query() query: FrequencyQuery, @By() by: Actor): Promise<Page<FrequencyView>> {
    return this.frequency.page(query, by);
  }
}
