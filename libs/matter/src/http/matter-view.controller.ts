import { Body, Controller, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { KeepLedgerViews, keptSettings, LedgerView, LedgerViews } from '@ducha/task';
import { MatterViewChangesBody, NewMatterViewBody } from './matter-view.dto.js';

/** Views of the matters. They are listed, opened first and removed where those of the ledger are (`/ledger-views`). */
@Controller('matter-views')
export class MatterViewController {
  constructor(
    private readonly views: LedgerViews,
    private readonly keep: KeepLedgerViews,
  ) {}

  /** Saves a view of the matters. */
  @Post()
  @Act('ledger_view.use')
  async save(@Body() { settings, ...body }: NewMatterViewBody, @By() by: Actor): Promise<LedgerView> {
    const words = { name: body.name, shared: body.shared === true, settings: keptSettings(settings) };
    return this.views.one(await this.keep.save('matters', words, by), by);
  }

  /** Alters, renames or shares one's own view of the matters. */
  @Patch(':id')
  @Act('ledger_view.use')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { settings, ...body }: MatterViewChangesBody,
    @By() by: Actor,
  ): Promise<LedgerView> {
    await this.keep.change('matters', { id, version }, { ...body, settings: settings && keptSettings(settings) }, by);
    return this.views.one(id, by);
  }
}
