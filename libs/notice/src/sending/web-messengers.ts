import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verdictOfStatus } from '../domain/retry.js';
import { AddressGuard } from './address-guard.js';
import { postTo } from './http-door.js';
import type { Message, Messenger, OpenChannel, Receipt } from './messenger.js';

/** Standard Webhooks: what is signed is `id.timestamp.body`, with the bytes behind `whsec_`. */
function webhookSignature(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

const secondsOf = (at: Date): number => Math.floor(at.getTime() / 1000);

/** Signed webhooks (Standard Webhooks): the body names ids and codes, and the text as people get it. */
@Injectable()
export class WebhookMessenger implements Messenger {
  constructor(private readonly guard: AddressGuard) {}

  async send(channel: OpenChannel, { key, at, subject, text, items }: Message): Promise<Receipt> {
    const to = await this.guard.reach(channel);
    const body = JSON.stringify({ type: 'notice', timestamp: at.toISOString(), data: { key, subject, text, items } });
    const seconds = secondsOf(at);
    const headers = {
      'Idempotency-Key': key,
      'webhook-id': key,
      'webhook-timestamp': String(seconds),
      'webhook-signature': webhookSignature(channel.secret.key ?? '', key, seconds, body),
    };
    const { status } = await postTo(to, { url: new URL(channel.secret.url ?? ''), headers, body });
    return { verdict: verdictOfStatus(status), code: `http_${status}` };
  }
}

/** The county's own gateway for text messages: one JSON object, a bearer token, an idempotency key. */
@Injectable()
export class SmsMessenger implements Messenger {
  constructor(private readonly guard: AddressGuard) {}

  async send(channel: OpenChannel, { key, to: phone, text }: Message): Promise<Receipt> {
    const to = await this.guard.reach(channel);
    const { phoneField = 'phone', textField = 'text', keyField = 'id' } = channel.settings;
    const body = JSON.stringify({ [phoneField]: phone, [textField]: text, [keyField]: key });
    const headers = { 'Idempotency-Key': key, Authorization: `Bearer ${channel.secret.key ?? ''}` };
    const { status } = await postTo(to, { url: new URL(channel.secret.url ?? ''), headers, body });
    return { verdict: verdictOfStatus(status), code: `http_${status}` };
  }
}
