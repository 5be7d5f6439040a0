import { Controller, Get, Query } from '@nestjs/common';
import { Act } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { DutyRegister } from '../queries/duty-register.query.js';
import { UnitList } from '../queries/unit-list.query.js';
import { UnitListQuery } from './org.dto.js';
import { UnitView } from './unit.view.js';

/** Units, and the categories that the duty register knows. */
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

  /** All categories of the register. */
  @Get('categories')
  @Act('duty.list')
  categories(): Promise<string[]> {
    return this.duties.categories();
  }
}
