import type { FieldError } from '@ducha/kernel';
import { type ChannelKind, channelTraits, type Scheme } from './channel-kind.js';

/** What an administrator says of a channel. */
export interface ChannelPlan {
  readonly kind: ChannelKind;
  /** Webhook, text messages, robots: the whole address; with robots it is the credential. */
  readonly url?: string | undefined;
  /** Mail. */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly scheme?: Scheme | undefined;
  readonly key?: string | undefined;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly from?: string | undefined;
  readonly recipientDomains?: readonly string[] | undefined;
}

/** Where a channel leads. */
export interface ChannelAddress {
  readonly host: string;
  readonly port: number;
  readonly scheme: Scheme;
}

const flaw = (path: string, message: string, constraint: string): FieldError => ({ path, message, constraint });

/** A Standard Webhooks secret: 24 to 64 bytes. */
export const isWebhookSecret = (key: string): boolean => {
  const bytes = /^whsec_([A-Za-z0-9+/]+={0,2})$/.exec(key)?.[1];
  const length = bytes === undefined ? 0 : Math.floor((bytes.replace(/=+$/, '').length * 3) / 4);
  return length >= 24 && length <= 64;
};

const wordedDomain = /^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/;

/** What a new channel lacks. `keyKept`: a credential is there already and stays. */
export function flawsOfPlan(plan: ChannelPlan, keyKept: boolean): FieldError[] {
  const flaws: FieldError[] = [];
  const { kind, key, from, recipientDomains = [], user, password } = plan;
  if (kind === 'webhook' && !keyKept && !isWebhookSecret(key ?? ''))
    flaws.push(flaw('key', 'must be whsec_ and 24 to 64 bytes in base64', 'isWebhookSecret'));
  if (kind === 'webhook' && keyKept && key !== undefined && !isWebhookSecret(key))
    flaws.push(flaw('key', 'must be whsec_ and 24 to 64 bytes in base64', 'isWebhookSecret'));
  if (kind === 'sms' && !keyKept && (key ?? '') === '') flaws.push(flaw('key', 'is required', 'isDefined'));
  if (kind !== 'mail') return flaws;
  if (from === undefined) flaws.push(flaw('from', 'is required', 'isDefined'));
  if (recipientDomains.length === 0) flaws.push(flaw('recipientDomains', 'names at least one domain', 'arrayNotEmpty'));
  if (recipientDomains.some((domain) => !wordedDomain.test(domain)))
    flaws.push(flaw('recipientDomains', 'must be domains such as county.gov.cn', 'isDomain'));
  if (!keyKept && (user === undefined) !== (password === undefined))
    flaws.push(flaw(user === undefined ? 'user' : 'password', 'goes with the other', 'together'));
  return flaws;
}

/** Where a plan leads, or what is wrong with its address. `mayReachName`: whether a host is written plainly. */
export function addressOf(plan: ChannelPlan, isPlainHost: (host: string) => boolean): ChannelAddress | FieldError {
  const { schemes } = channelTraits[plan.kind];
  if (plan.kind !== 'mail') return webAddressOf(plan.url, schemes, isPlainHost);
  const { host, port, scheme } = plan;
  if (host === undefined || !isPlainHost(host))
    return flaw('host', 'must be a plain host name or address', 'isPlainHost');
  if (port === undefined) return flaw('port', 'is required', 'isDefined');
  if (scheme === undefined || !schemes.includes(scheme))
    return flaw('scheme', `must be ${schemes.join(' or ')}`, 'isIn');
  return { host, port, scheme };
}

function webAddressOf(
  text: string | undefined,
  schemes: readonly Scheme[],
  isPlainHost: (host: string) => boolean,
): ChannelAddress | FieldError {
  if (text === undefined || !URL.canParse(text)) return flaw('url', 'must be an http or https address', 'isUrl');
  const url = new URL(text);
  const scheme = schemes.find((one) => `${one}:` === url.protocol);
  if (scheme === undefined) return flaw('url', 'must be an http or https address', 'isUrl');
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return flaw('url', 'holds no user, password or fragment', 'isBare');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!isPlainHost(host)) return flaw('url', 'must name a plain host', 'isPlainHost');
  return { host, port: Number(url.port || (scheme === 'https' ? 443 : 80)), scheme };
}

/** Whether mail may go to an address. */
export const isOfDomains = (mail: string, domains: readonly string[]): boolean =>
  domains.includes(mail.slice(mail.lastIndexOf('@') + 1).toLowerCase());
