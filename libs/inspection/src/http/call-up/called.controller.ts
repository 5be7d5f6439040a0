import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { Act, type Actor, By, MeView, originOf, SessionGiver } from '@ducha/access';
import { RepeatSafe } from '@ducha/http';
import type { Request, Response } from 'express';
import { OwnCallUps } from '../../queries/call-up/own-call-ups.query.js';
import { IssueDevices } from '../../usecases/call-up/issue-devices.js';
import { KeepCallUps } from '../../usecases/call-up/keep-call-ups.js';
import { DeviceLinkBody } from './call-up.dto.js';
import { CallUpView } from './called.view.js';

/** The side of whoever is called up. Everybody asks the same; the answers alone differ. */
@Controller()
export class CalledController {
  constructor(
    private readonly own: OwnCallUps,
    private readonly keep: KeepCallUps,
    private readonly devices: IssueDevices,
    private readonly giver: SessionGiver,
  ) {}

  /** For what I am called up; mostly nothing. */
  @Get('call-ups')
  @Act('sealed.called')
  mine(@By() by: Actor): Promise<CallUpView[]> {
    return this.own.of(by);
  }

  /** I have read it and shall come. */
  @Post('call-ups/:id/acknowledge')
  @Act('sealed.called')
  @RepeatSafe()
  @HttpCode(204)
  acknowledge(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<void> {
    return this.keep.acknowledge(id, by);
  }

  /** Enrols the device that opened the link. */
  @Post('issued-devices')
  @Act('public')
  @RepeatSafe()
  async enrol(
    @Body() { token }: DeviceLinkBody,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MeView> {
    return this.giver.give(await this.devices.enrol(token, originOf(request)), response);
  }
}
