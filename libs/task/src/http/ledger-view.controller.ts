import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Put } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import type { LedgerViewSettings } from '../domain/ledger-settings.js';
import { LedgerViews } from '../queries/ledger-views.query.js';
import { KeepLedgerViews } from '../usecases/keep-ledger-views.js';
import { keptFilters } from './kept-filters.js';
import { FirstViewBody, NewViewBody, ViewChangesBody, type ViewSettingsBody } from './ledger-view.dto.js';
import { LedgerView } from './ledger-view.view.js';

/** Saved views of the ledger: own ones, and those a colleague shares with the unit. */
@Controller('ledger-views')
export class LedgerViewController {
  constructor(
    private readonly views: LedgerViews,
    private readonly keep: KeepLedgerViews,
  ) {}

  /** Own first. A view says what to show, not what may be seen: each reader's ledger stays his own. */
  @Get()
  @Act('ledger_view.use')
  list(@By() by: Actor): Promise<LedgerView[]> {
    return this.views.of(by);
  }

  /** Saves a view. */
  @Post()
  @Act('ledger_view.use')
  async save(@Body() { name, settings, shared }: NewViewBody, @By() by: Actor): Promise<LedgerView> {
    const id = await this.keep.save({ name, settings: settingsOf(settings), shared: shared ?? false }, by);
    return this.views.one(id, by);
  }

  /** The view with which the ledger opens for me. */
  @Put('first')
  @Act('ledger_view.use')
  async openWith(@Body() { viewId }: FirstViewBody, @By() by: Actor): Promise<LedgerView[]> {
    await this.keep.openWith(viewId ?? null, by);
    return this.views.of(by);
  }

  /** Renames, shares or alters one's own view. */
  @Patch(':id')
  @Act('ledger_view.use')
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { name, settings, shared }: ViewChangesBody,
    @By() by: Actor,
  ): Promise<LedgerView> {
    const words = {
      ...(name !== undefined && { name }),
      ...(settings !== undefined && { settings: settingsOf(settings) }),
      ...(shared !== undefined && { shared }),
    };
    await this.keep.change(id, version, words, by);
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

function settingsOf({ filters, columns, sort, group, density }: ViewSettingsBody): LedgerViewSettings {
  return {
    filters: keptFilters(filters ?? {}),
    columns: columns ?? null,
    sort: sort ?? 'recent',
    group: group ?? null,
    density: density ?? 'comfortable',
  };
}
