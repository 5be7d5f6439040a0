import { Injectable } from '@nestjs/common';
import { Sealer } from '@ducha/access';
import type { OpenChannel, ChannelSecret } from '../sending/messenger.js';

/** A channel as the database keeps it. */
export interface SealedChannel extends Omit<OpenChannel, 'secret'> {
  readonly secret_box: Buffer;
  readonly secret_key_id: string;
}

/** What a secret is sealed for: a box moved to another channel does not open. */
const aboutOf = (channelId: string): string => `notice_channel|${channelId}`;

/** Seals and opens the credentials of channels. */
@Injectable()
export class OpenChannels {
  constructor(private readonly sealer: Sealer) {}

  seal(channelId: string, secret: ChannelSecret): { box: Buffer; keyId: string } {
    return this.sealer.seal(Buffer.from(JSON.stringify(secret)), aboutOf(channelId));
  }

  /** Null when it was sealed with another key than this process has, or for another channel. */
  open(channelId: string, { kind, scheme, host, port, settings, ...sealed }: SealedChannel): OpenChannel | null {
    try {
      const text = this.sealer.open({ box: sealed.secret_box, keyId: sealed.secret_key_id }, aboutOf(channelId));
      // boundary: sealed by `seal` above, opened unchanged or not at all
      const secret = JSON.parse(text.toString('utf8')) as ChannelSecret;
      return { kind, scheme, host, port, settings, secret };
    } catch {
      return null;
    }
  }
}
