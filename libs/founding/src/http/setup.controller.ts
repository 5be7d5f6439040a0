import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { Act, originOf, SessionGiver } from '@ducha/access';
import { RepeatSafe } from '@ducha/http';
import type { Request, Response } from 'express';
import { FoundCounty } from '../usecases/found-county.js';
import { SetupLinks } from '../usecases/setup-links.js';
import { SetupBody, SetupTokenBody } from './setup.dto.js';
import { FoundedView, SetupStateView } from './setup.view.js';

/** The first minutes of an installation. Open to everybody who holds the printed link, and dead once an account exists. */
@Controller('setup')
export class SetupController {
  constructor(
    private readonly links: SetupLinks,
    private readonly found: FoundCounty,
    private readonly giver: SessionGiver,
  ) {}

  /** Whether anybody can sign in yet. */
  @Get()
  @Act('public')
  async state(): Promise<SetupStateView> {
    return { waiting: await this.links.isEmpty() };
  }

  /** Whether a link still counts; does not use it up. */
  @Post('preview')
  @Act('public')
  @HttpCode(204)
  preview(@Body() { token }: SetupTokenBody): Promise<void> {
    return this.links.refuseSpent(token);
  }

  /** Sets the county up. Links and session are secrets, so the answer is not kept for a repeat. */
  @Post()
  @Act('public')
  @RepeatSafe()
  async run(
    @Body() body: SetupBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<FoundedView> {
    const { session, links } = await this.found.run(body, originOf(request));
    return { me: await this.giver.give(session, response), links: [...links] };
  }
}
