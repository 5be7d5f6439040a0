import { lookup } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';
import { Settings, Store } from '@ducha/store';
import type { Scheme } from '../domain/channel-kind.js';
import { NotSent } from './messenger.js';
import { mayReach } from './safe-address.js';

/** Where to connect: an address that was looked up and judged once, so that a second answer of the name cannot lead elsewhere. */
export interface Reachable {
  readonly host: string;
  readonly port: number;
  readonly address: string;
  /** Plain connections are allowed: inside the government network, or this machine. */
  readonly plainAllowed: boolean;
}

const lookupMs = 5_000;

/** Stands before every connection to the outside. */
@Injectable()
export class AddressGuard {
  constructor(
    private readonly store: Store,
    private readonly settings: Settings,
  ) {}

  /** @throws NotSent `address_not_allowed`, `address_forbidden`, `plain_refused`, `name_unknown` */
  async reach({ host, port, scheme }: { host: string; port: number; scheme: Scheme }): Promise<Reachable> {
    const allowed = await this.store.queryOne<{ inside: boolean }>(
      `select inside from notice_address where host = $1 and port = $2 and state = 'allowed'`,
      [host, port],
    );
    if (!allowed) throw new NotSent('park', 'address_not_allowed');
    const addresses = await addressesOf(host);
    const allowance = { inside: allowed.inside, loopback: this.settings.noticeLoopback };
    if (!addresses.every((address) => mayReach(address, allowance))) throw new NotSent('park', 'address_forbidden');
    const [address] = addresses;
    if (address === undefined) throw new NotSent('fail', 'name_unknown');
    const plainAllowed = allowed.inside || mayReach(address, { inside: true, loopback: this.settings.noticeLoopback });
    if (scheme === 'http' && !plainAllowed) throw new NotSent('park', 'plain_refused');
    return { host, port, address, plainAllowed };
  }
}

/** Every address behind a name; an address stands for itself. */
async function addressesOf(host: string): Promise<string[]> {
  const timeout = AbortSignal.timeout(lookupMs);
  const late = new Promise<never>((_, reject) =>
    timeout.addEventListener('abort', () => reject(new NotSent('fail', 'name_timeout')), { once: true }),
  );
  try {
    const found = await Promise.race([lookup(host, { all: true }), late]);
    return found.map(({ address }) => address);
  } catch (error) {
    throw error instanceof NotSent ? error : new NotSent('fail', 'name_unknown');
  }
}
