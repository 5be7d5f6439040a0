import { Controller, Get, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf, PageQuery } from '@ducha/http';
import { Decided } from '../queries/decided.query.js';
import { OfficerLoads } from '../queries/officer-load.query.js';
import { Tray } from '../queries/tray.query.js';
import { DecidedItem, OfficerLoad, TrayView } from './desk.view.js';

/** What the first page of a role needs. */
@Controller()
export class DeskController {
  constructor(
    private readonly tray: Tray,
    private readonly loads: OfficerLoads,
    private readonly decided: Decided,
  ) {}

  /** What waits for the leader's word. */
  @Get('tray')
  @Act('tray.read')
  async readTray(@By() by: Actor): Promise<TrayView> {
    return { items: await this.tray.items(by) };
  }

  /** What each case officer carries. */
  @Get('desk/load')
  @Act('desk.load')
  load(): Promise<OfficerLoad[]> {
    return this.loads.perOfficer();
  }

  /** Everything this leader decided. */
  @Get('desk/decided')
  @Act('tray.read')
  @PageOf(DecidedItem)
  listDecided(@By() by: Actor, @Query() query: PageQuery): Promise<Page<DecidedItem>> {
    return this.decided.page(by, query);
  }
}
