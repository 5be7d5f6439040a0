import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../actor.js';
import { Act, By } from '../guard/act.decorator.js';
import { holdingKinds } from '../people/holdings.js';
import { PassHoldings } from '../people/pass-holdings.js';
import { Untaken } from '../people/untaken.query.js';
import { PassBody } from './holding.dto.js';
import { PassedView, UntakenView } from './holding.view.js';

/** Open business that people hold by name, and its passing on. */
@Controller('holdings')
export class HoldingController {
  constructor(
    private readonly untaken: Untaken,
    private readonly passing: PassHoldings,
  ) {}

  /** What people who left their posts still hold. */
  @Get('untaken')
  @Act('holding.pass')
  list(): Promise<UntakenView[]> {
    return this.untaken.list();
  }

  /** Passes it to somebody in such a post. */
  @Post('pass')
  @Act('holding.pass')
  @HttpCode(200)
  async pass(@By() by: Actor, @Body() body: PassBody): Promise<PassedView> {
    const passed = await this.passing.run(by, body);
    return { passed: holdingKinds.flatMap((kind) => (passed[kind] ? [{ kind, count: passed[kind] }] : [])) };
  }
}
