import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { createTransport } from 'nodemailer';
import { AddressGuard, type Reachable } from './address-guard.js';
import { codeOf } from './http-door.js';
import type { Message, Messenger, OpenChannel, Receipt } from './messenger.js';

const patienceMs = 10_000;

/** Mail by the county's own server. The message id is the same for every try; a server that keeps ids drops the repeat. */
@Injectable()
export class MailMessenger implements Messenger {
  constructor(private readonly guard: AddressGuard) {}

  async send(channel: OpenChannel, message: Message): Promise<Receipt> {
    const to = await this.guard.reach(channel);
    const transport = createTransport(transportOf(channel, to));
    const from = channel.settings.from ?? '';
    try {
      await transport.sendMail({
        from,
        to: message.to ?? '',
        subject: message.subject,
        text: message.text,
        date: message.at,
        messageId: `<${message.key}@${from.slice(from.indexOf('@') + 1)}>`,
        headers: { 'Auto-Submitted': 'auto-generated' },
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { verdict: 'take', code: 'smtp_250' };
    } catch (error) {
      return receiptOf(error);
    } finally {
      transport.close();
    }
  }
}

/** Beyond the government network only with TLS, from the first byte or by STARTTLS. */
function transportOf({ scheme, secret }: OpenChannel, to: Reachable): Parameters<typeof createTransport>[0] {
  return {
    host: to.address,
    port: to.port,
    secure: scheme === 'smtps',
    requireTLS: scheme === 'smtp' && !to.plainAllowed,
    tls: isIP(to.host) === 0 ? { servername: to.host } : {},
    ...(secret.user !== undefined && { auth: { user: secret.user, pass: secret.password ?? '' } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    dnsTimeout: patienceMs,
  };
}

/** SMTP says by its first digit whether repeating helps: 4 later, 5 never. */
function receiptOf(error: unknown): Receipt {
  if (!(error instanceof Error)) return { verdict: 'fail', code: 'connection' };
  const said = 'responseCode' in error && typeof error.responseCode === 'number' ? error.responseCode : undefined;
  if (said === undefined) return { verdict: 'fail', code: codeOf(error) };
  return { verdict: said >= 500 ? 'park' : 'fail', code: `smtp_${said}` };
}
