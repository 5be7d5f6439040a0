import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { RepeatSafe } from '@ducha/http';
import { CalledPeople } from '../../queries/call-up/called-people.query.js';
import { CallPeople } from '../../usecases/call-up/call-people.js';
import { IssueDevices } from '../../usecases/call-up/issue-devices.js';
import { KeepCallUps } from '../../usecases/call-up/keep-call-ups.js';
import { PassphraseBody } from '../sealed/sealed.dto.js';
import { CallPeopleBody, PhoneBody, RingBody } from './call-up.dto.js';
import { CallUpListView, DeviceLinkView } from './call-up.view.js';

/** Call-ups of a sealed plan (召集), for its named persons: always a passphrase, and the whole list as the answer. */
@Controller('sealed-inspections/:id/call-ups')
export class CallUpController {
  constructor(
    private readonly people: CalledPeople,
    private readonly calls: CallPeople,
    private readonly keep: KeepCallUps,
    private readonly devices: IssueDevices,
  ) {}

  /** Everybody called up. */
  @Post('read')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  read(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.people.read({ id, passphrase, by });
  }

  /** Calls people up. */
  @Post()
  @Act('sealed.open', 'id')
  @RepeatSafe()
  call(
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { passphrase, personIds, startsAt, endsAt, place, lasts, bring, words }: CallPeopleBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    const text = { place, lasts, bring: bring ?? null, words: words ?? null };
    return this.calls.run({ id, passphrase, by }, { personIds, startsAt, endsAt, text });
  }

  /** Takes one back. */
  @Post(':callUpId/withdraw')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  withdraw(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.keep.withdraw({ id, passphrase, by }, callUpId);
  }

  /** Notes a call made. */
  @Post(':callUpId/ring')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  ring(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase, words }: RingBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.keep.rung({ id, passphrase, by }, callUpId, words);
  }

  /** Notes that somebody has come. */
  @Post(':callUpId/arrive')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  arrive(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.keep.arrive({ id, passphrase, by }, callUpId);
  }

  /** A telephone is handed in or given back. */
  @Post(':callUpId/phone')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  phone(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase, ...over }: PhoneBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.keep.phone({ id, passphrase, by }, callUpId, over);
  }

  /** The link that enrols a device for this person, once and within half an hour. */
  @Post(':callUpId/device')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  async device(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<DeviceLinkView> {
    return { token: await this.devices.offer({ id, passphrase, by }, callUpId) };
  }

  /** The device was given back. */
  @Post(':callUpId/device/return')
  @Act('sealed.open', 'id')
  @RepeatSafe()
  @HttpCode(200)
  deviceReturns(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('callUpId', ParseUUIDPipe) callUpId: string,
    @Body() { passphrase }: PassphraseBody,
    @By() by: Actor,
  ): Promise<CallUpListView> {
    return this.devices.takeBack({ id, passphrase, by }, callUpId);
  }
}
