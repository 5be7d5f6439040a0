import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Settings } from '@ducha/store';
import { ClaimDelivery } from './delivery/claim-delivery.js';
import { DeliverNotice } from './jobs/deliver-notice.js';
import { GatherItems } from './delivery/gather-items.js';
import { NoticeSweep } from './delivery/notice-sweep.js';
import { OpenChannels } from './delivery/open-channels.js';
import { RingDue } from './delivery/ring-due.js';
import { SayItems } from './delivery/say-items.js';
import { SettleDelivery } from './delivery/settle-delivery.js';
import { AddressController } from './http/address.controller.js';
import { ChannelController } from './http/channel.controller.js';
import { NoticeController } from './http/notice.controller.js';
import { RuleController } from './http/rule.controller.js';
import { Notices } from './notices.js';
import { CallList } from './queries/call-list.query.js';
import { ChannelList } from './queries/channel-list.query.js';
import { HoursQuery } from './queries/hours.query.js';
import { Inbox } from './queries/inbox.js';
import { OwnWays } from './queries/own-ways.query.js';
import { RulesQuery } from './queries/rules.query.js';
import { WordingQuery } from './queries/wording.query.js';
import { AddressGuard } from './sending/address-guard.js';
import { MailMessenger } from './sending/mail-messenger.js';
import { Messengers } from './sending/messengers.js';
import { RobotMessenger } from './sending/robot-messenger.js';
import { SmsMessenger, WebhookMessenger } from './sending/web-messengers.js';
import { AcknowledgeNotice } from './usecases/acknowledge-notice.js';
import { AllowAddresses } from './usecases/allow-addresses.js';
import { KeepChannels } from './usecases/keep-channels.js';
import { NarrowWays } from './usecases/narrow-ways.js';
import { SendAgain } from './usecases/send-again.js';
import { SettleRules } from './usecases/settle-rules.js';
import { WriteTemplate } from './usecases/write-template.js';

const queries = [Inbox, OwnWays, CallList, ChannelList, RulesQuery, HoursQuery, WordingQuery];
const useCases = [KeepChannels, AllowAddresses, SettleRules, WriteTemplate, NarrowWays, AcknowledgeNotice, SendAgain];
const sending = [AddressGuard, Messengers, WebhookMessenger, SmsMessenger, RobotMessenger, MailMessenger];
const delivery = [GatherItems, RingDue, ClaimDelivery, SettleDelivery, SayItems, OpenChannels, DeliverNotice];

/** What units and persons are told, in the house and outside. Whoever keeps the calendars binds `NoticeCalendar`. */
@Global()
@Module({})
export class NoticeModule {
  /** @param settings  a process that only answers gathers and sends nothing */
  static for(settings: Settings): DynamicModule {
    return {
      module: NoticeModule,
      controllers: [NoticeController, ChannelController, AddressController, RuleController],
      providers: [
        { provide: Settings, useValue: settings },
        Notices,
        ...queries,
        ...useCases,
        ...sending,
        ...delivery,
        ...(settings.role === 'api' ? [] : [NoticeSweep]),
      ],
      exports: [Notices, HoursQuery],
    };
  }
}
