import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { noticeFault } from '../notice-faults.js';
import { ChannelList } from '../queries/channel-list.query.js';
import { type ChannelCommand, KeepChannels } from '../usecases/keep-channels.js';
import { SendAgain } from '../usecases/send-again.js';
import { ChannelBody } from './channel.dto.js';
import { ChannelView, MadeView } from './channel.view.js';

/** The county's ways out of the house. */
@Controller('notice-channels')
export class ChannelController {
  constructor(
    private readonly list: ChannelList,
    private readonly keep: KeepChannels,
    private readonly send: SendAgain,
  ) {}

  /** All channels, without their credentials. */
  @Get()
  @Act('notice_channel.read')
  read(): Promise<ChannelView[]> {
    return this.list.channels();
  }

  /** Enters one. */
  @Post()
  @Act('notice_channel.keep')
  @Fresh()
  async make(@Body() body: ChannelBody, @By() by: Actor): Promise<ChannelView> {
    return this.one(await this.keep.make(commandOf(body), by));
  }

  /** Changes one; credentials that are left out stay. */
  @Put(':id')
  @Act('notice_channel.keep')
  @Fresh()
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: ChannelBody,
    @By() by: Actor,
  ): Promise<ChannelView> {
    await this.keep.change(id, version, commandOf(body), by);
    return this.one(id);
  }

  /** Sends a trial by it, to its group or to one's own address. */
  @Post(':id/trial')
  @Act('notice_channel.keep')
  @HttpCode(202)
  async trial(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<MadeView> {
    return { id: await this.send.trial(id, by) };
  }

  private async one(id: string): Promise<ChannelView> {
    const channel = await this.list.one(id);
    if (!channel) throw noticeFault('channelNotFound');
    return channel;
  }
}

const commandOf = (body: ChannelBody): ChannelCommand => ({ ...body, unitId: body.unitId ?? null });
