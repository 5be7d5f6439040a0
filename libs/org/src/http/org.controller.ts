import { Controller, Get, Query } from '@nestjs/common';
import { Act } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { DutyRegister } from '../queries/duty-register.query.js';
import { UnitList } from '../queries/unit-list.query.js';
import { DutyListQuery, DutySuggestQuery, UnitListQuery } from './org.dto.js';
import { DutySuggestion, DutyView, UnitView } from './unit.view.js';

/** Units and the duty register. */
@Controller()
export class OrgController {
  constructor(
    private readonly units: UnitList,
    private readonly duties: DutyRegister,
  ) {}

  /** Units of today. */
  @Get('units')
  @Act('unit.list')
  @PageOf(UnitView)
  listUnits(@Query() query: UnitListQuery): Promise<Page<UnitView>> {
    return this.units.page(query);
  }

  /** Lines of the duty register. */
  @Get('duties')
  @Act('duty.list')
  @PageOf(DutyView)
  listDuties(@Query() query: DutyListQuery): Promise<Page<DutyView>> {
    return this.duties.page(query);
  }

  /** The unit that the register names for a category. */
  @Get('duties/suggest')
  @Act('duty.list')
  suggest(@Query() query: DutySuggestQuery): Promise<DutySuggestion> {
    return this.duties.suggest(query.category);
  }

  /** All categories of the register. */
  @Get('categories')
  @Act('duty.list')
  categories(): Promise<string[]> {
    return this.duties.categories();
  }
}
