import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { ChannelList } from '../queries/channel-list.query.js';
import { AllowAddresses } from '../usecases/allow-addresses.js';
import { AddressBody, AddressDecisionBody } from './channel.dto.js';
import { AddressView, MadeView } from './channel.view.js';

/** Addresses that messages may go to: one administrator asks, one of another kind decides. */
@Controller('notice-addresses')
export class AddressController {
  constructor(
    private readonly list: ChannelList,
    private readonly addresses: AllowAddresses,
  ) {}

  /** What is allowed, asked for and refused. */
  @Get()
  @Act('notice_channel.read')
  read(@By() by: Actor): Promise<AddressView[]> {
    return this.list.addresses(by);
  }

  /** Asks for one. */
  @Post()
  @Act('notice_address.ask')
  @Fresh()
  async ask(@Body() body: AddressBody, @By() by: Actor): Promise<MadeView> {
    return { id: await this.addresses.ask(body, by) };
  }

  /** Allows what another administrator asked for. */
  @Post(':id/allow')
  @Act('notice_address.ask')
  @Fresh()
  @HttpCode(204)
  allow(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: AddressDecisionBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.addresses.decide(id, version, 'allow', words ?? null, by);
  }

  /** Does not allow it. */
  @Post(':id/refuse')
  @Act('notice_address.ask')
  @HttpCode(204)
  refuse(
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { words }: AddressDecisionBody,
    @By() by: Actor,
  ): Promise<void> {
    return this.addresses.decide(id, version, 'refuse', words ?? null, by);
  }

  /** Withdraws one's own request. */
  @Post(':id/withdraw')
  @Act('notice_address.ask')
  @HttpCode(204)
  withdraw(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.addresses.decide(id, version, 'withdraw', null, by);
  }

  /** Takes an address off the list: nothing goes there from now on. */
  @Post(':id/end')
  @Act('notice_address.ask')
  @HttpCode(204)
  end(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.addresses.decide(id, version, 'end', null, by);
  }
}
