import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { Act } from '@ducha/access';
import { InspectionCodeQuery } from '../../queries/plan/inspection-code.query.js';
import { CodeKeysView, CodeView } from './code.view.js';
import { CodeBody } from './inspection.dto.js';

/** For anyone who is visited: is this inspection real? No account, and no more than the code itself says. */
@Controller('inspection-codes')
export class CodeController {
  constructor(private readonly codes: InspectionCodeQuery) {}

  /** The public keys that codes are verified with, without any connection afterwards. */
  @Get('keys')
  @Act('public')
  keys(): Promise<CodeKeysView> {
    return this.codes.keys();
  }

  /** What a code that was typed stands for. Codes that never existed and those not given out yet answer alike. */
  @Post('check')
  @Act('public')
  @HttpCode(200)
  check(@Body() { code }: CodeBody): Promise<CodeView> {
    return this.codes.of(code);
  }
}
