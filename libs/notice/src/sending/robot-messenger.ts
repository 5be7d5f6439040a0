import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { verdictOfStatus } from '../domain/retry.js';
import { AddressGuard } from './address-guard.js';
import { type HttpPost, postTo } from './http-door.js';
import type { Message, Messenger, OpenChannel, Receipt } from './messenger.js';

type Robot = 'wecom' | 'dingtalk' | 'feishu';

/** A robot's way of being spoken to. */
interface Manner {
  post(url: URL, secret: string | undefined, message: Message): Pick<HttpPost, 'url' | 'body'>;
  /** Its own codes that pass by themselves: too many messages in a minute. */
  readonly busy: readonly number[];
}

const hmac = (key: string, text: string): string => createHmac('sha256', key).update(text).digest('base64');

/** DingTalk: HMAC over `milliseconds\nsecret`, in the address. */
const dingTalkSign = (secret: string, millis: number): string => hmac(secret, `${millis}\n${secret}`);

/** Feishu: `seconds\nsecret` is the key, and nothing is signed with it; in the body. */
const feishuSign = (secret: string, seconds: number): string => hmac(`${seconds}\n${secret}`, '');

const manners: Readonly<Record<Robot, Manner>> = {
  wecom: {
    post: (url, _secret, { text }) => ({ url, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) }),
    busy: [45009, -1],
  },
  dingtalk: {
    post: (url, secret, { at, text }) => {
      const signed = new URL(url);
      if (secret !== undefined) {
        signed.searchParams.set('timestamp', String(at.getTime()));
        signed.searchParams.set('sign', dingTalkSign(secret, at.getTime()));
      }
      return { url: signed, body: JSON.stringify({ msgtype: 'text', text: { content: text } }) };
    },
    busy: [130101, 660026, -1],
  },
  feishu: {
    post: (url, secret, { at, text }) => {
      const seconds = Math.floor(at.getTime() / 1000);
      const signed = secret === undefined ? {} : { timestamp: String(seconds), sign: feishuSign(secret, seconds) };
      return { url, body: JSON.stringify({ ...signed, msg_type: 'text', content: { text } }) };
    },
    busy: [11232, 9499],
  },
};

/** Robots of a work group: they answer 200 to everything and say in a code of their own what became of it. They know no repeats. */
@Injectable()
export class RobotMessenger implements Messenger {
  constructor(private readonly guard: AddressGuard) {}

  async send(channel: OpenChannel, message: Message): Promise<Receipt> {
    const { kind, secret } = channel;
    if (kind !== 'wecom' && kind !== 'dingtalk' && kind !== 'feishu') return { verdict: 'park', code: 'no_robot' };
    const to = await this.guard.reach(channel);
    const manner = manners[kind];
    const post = manner.post(new URL(secret.url ?? ''), secret.key, message);
    const answer = await postTo(to, { ...post, headers: {} });
    if (answer.status !== 200) return { verdict: verdictOfStatus(answer.status), code: `http_${answer.status}` };
    const code = ownCode(answer.body);
    if (code === 0) return { verdict: 'take', code: `${kind}_0` };
    if (code === undefined) return { verdict: 'park', code: `${kind}_unreadable` };
    return { verdict: manner.busy.includes(code) ? 'fail' : 'park', code: `${kind}_${code}` };
  }
}

/** `errcode` (WeCom, DingTalk), `code` or the older `StatusCode` (Feishu). */
function ownCode(body: string): number | undefined {
  try {
    const read: unknown = JSON.parse(body);
    if (typeof read !== 'object' || read === null) return undefined;
    const fields = new Map<string, unknown>(Object.entries(read));
    const code = fields.get('errcode') ?? fields.get('code') ?? fields.get('StatusCode');
    return typeof code === 'number' && Number.isSafeInteger(code) ? code : undefined;
  } catch {
    return undefined;
  }
}
