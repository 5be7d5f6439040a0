import { Body, Controller, Get, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { NumberPatterns } from '../queries/number-patterns.query.js';
import { SetNumberPattern } from '../usecases/set-number-pattern.js';
import { NumberPatternBody, VoidNumbersQuery } from './number.dto.js';
import { NumberPatternView, VoidNumbersView } from './number.view.js';

/** How numbers are written, and which were lost. */
@Controller()
export class NumberController {
  constructor(
    private readonly patterns: NumberPatterns,
    private readonly setPattern: SetNumberPattern,
  ) {}

  /** Every series with its pattern. */
  @Get('number-patterns')
  @Act('number_pattern.read')
  all(): Promise<NumberPatternView[]> {
    return this.patterns.all();
  }

  /** Sets the pattern of a series for a year in which it has given no number yet. */
  @Put('number-patterns')
  @Act('number_pattern.set')
  async set(@Body() { series, pattern, fromYear }: NumberPatternBody, @By() by: Actor): Promise<NumberPatternView[]> {
    await this.setPattern.run({ series, pattern, fromYear, by });
    return this.patterns.all();
  }

  /** Numbers that were lost by an act that did not end, void for ever. */
  @Get('void-numbers')
  @Act('number.read_void')
  lost(@Query() { series, year }: VoidNumbersQuery): Promise<VoidNumbersView> {
    return this.patterns.lost(series, year);
  }
}
