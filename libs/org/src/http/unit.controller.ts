import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { UnitPage } from '../queries/unit-page.query.js';
import { EndUnits } from '../usecases/end-units.js';
import { KeepUnits } from '../usecases/keep-units.js';
import { UnitBody, UnitChangeBody, UnitEndBody, UnitMoveBody, UnitRenameBody, UnitSplitBody } from './unit.dto.js';
import { CreatedUnitView, SplitView, UnitPageView } from './unit.view.js';

/** Creating, changing and re-organising units. */
@Controller('units')
export class UnitController {
  constructor(
    private readonly page: UnitPage,
    private readonly units: KeepUnits,
    private readonly ending: EndUnits,
  ) {}

  /** One unit, also an ended one, with its history. */
  @Get(':id')
  @Act('unit.list')
  read(@Param('id', ParseUUIDPipe) id: string): Promise<UnitPageView> {
    return this.page.of(id);
  }

  /** Creates a unit from now on. */
  @Post()
  @Act('unit.manage')
  async create(@By() by: Actor, @Body() body: UnitBody): Promise<CreatedUnitView> {
    return { id: await this.units.create(by, body) };
  }

  /** Changes kind, order or division code. */
  @Patch(':id')
  @Act('unit.manage')
  @HttpCode(204)
  change(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UnitChangeBody,
  ): Promise<void> {
    return this.units.change(by, id, version, body);
  }

  /** Renames it from a day on. */
  @Post(':id/rename')
  @Act('unit.manage')
  @HttpCode(204)
  rename(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UnitRenameBody,
  ): Promise<void> {
    return this.units.rename(by, id, version, body);
  }

  /** Hangs it, with all below, under another unit. */
  @Post(':id/move')
  @Act('unit.manage')
  @HttpCode(204)
  move(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UnitMoveBody,
  ): Promise<void> {
    return this.units.move(by, id, version, body);
  }

  /** Ends it; with a successor it is merged into that one. */
  @Post(':id/end')
  @Act('unit.manage')
  @HttpCode(204)
  end(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: UnitEndBody,
  ): Promise<void> {
    return this.ending.end(by, id, version, body);
  }

  /** Splits it into units that stand beside it. */
  @Post(':id/split')
  @Act('unit.manage')
  async split(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { successorPart, ...body }: UnitSplitBody,
  ): Promise<SplitView> {
    return { ids: await this.ending.split(by, id, version, { ...body, successorPart: successorPart ?? null }) };
  }
}
