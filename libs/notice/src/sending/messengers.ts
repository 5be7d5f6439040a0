import { Injectable } from '@nestjs/common';
import { MailMessenger } from './mail-messenger.js';
import { type Message, type Messenger, NotSent, type OpenChannel, type Receipt } from './messenger.js';
import { RobotMessenger } from './robot-messenger.js';
import { SmsMessenger, WebhookMessenger } from './web-messengers.js';

/** The one door to the outside: finds the messenger of a channel's kind. */
@Injectable()
export class Messengers {
  private readonly byKind: Readonly<Record<OpenChannel['kind'], Messenger>>;

  constructor(webhook: WebhookMessenger, mail: MailMessenger, sms: SmsMessenger, robot: RobotMessenger) {
    this.byKind = { webhook, mail, sms, wecom: robot, dingtalk: robot, feishu: robot };
  }

  /** One try; what went wrong comes back as a receipt. */
  async send(channel: OpenChannel, message: Message): Promise<Receipt> {
    try {
      return await this.byKind[channel.kind].send(channel, message);
    } catch (error) {
      if (error instanceof NotSent) return { verdict: error.verdict, code: error.code };
      throw error;
    }
  }
}
