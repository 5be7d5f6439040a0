import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { keptSettings } from '../domain/ledger-settings.js';
import { LedgerViews } from '../queries/ledger-views.query.js';
import { KeepLedgerViews } from '../usecases/keep-ledger-views.js';
import { FirstViewBody, NewViewBody, ViewChangesBody, ViewsQuery } from './ledger-view.dto.js';
import { LedgerView } from './ledger-view.view.js';

/** Saved views of lists: own ones, and those a colleague shares with the unit. Those of the matters are saved by `libs/matter`. */
@Controller('ledger-views')
export class LedgerViewController {
  constructor(
    private readonly views: LedgerViews,
    private readonly keep: KeepLedgerViews,
  ) {}

  /** Own first. A view says what to show, not what may be seen: each reader's list stays his own. */
  @Get()
  @Act('ledger_view.use')
  list(@Query() { list = 'ledger' }: ViewsQuery, @By() by: Actor): Promise<LedgerView[]> {
    return this.views.of(list, by);
  }

  /** Saves a view of the ledger. */
  @Post()
  @Act('ledger_view.use')
  async save(@Body() { name, settings, shared }: NewViewBody, @By() by: Actor): Promise<LedgerView> {
    const words = { name, settings: keptSettings(settings), shared: shared ?? false };
    const id = await this.keep.save('ledger', words, by);
    return this.views.one(id, by);
  }

  /** The view with which a list opens for me. */
  @Put('first')
  @Act('ledger_view.use')
  async openWith(@Body() { viewId, list = 'ledger' }: FirstViewBody, @By() by: Actor): Promise<LedgerView[]> {
    await this.keep.openWith(list, viewId ?? null, by);
    return this.views.of(list, by);
  }

  /** Renames or shares one's own view of any list, or alters one of the ledger. */
  @Patch(':id')
  @Act('ledger_view.use')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { name, settings, shared }: ViewChangesBody,
    @By() by: Actor,
  ): Promise<LedgerView> {
    const words = { name, shared, settings: settings && keptSettings(settings) };
    await this.keep.change('ledger', { id, version }, words, by);
    return this.views.one(id, by);
  }

  /** Removes one's own view. */
  @Delete(':id')
  @Act('ledger_view.use')
  @HttpCode(204)
  remove(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<void> {
    return this.keep.remove(id, by);
  }
}
