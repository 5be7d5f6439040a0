import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { addressOf, type ChannelAddress, type ChannelPlan, flawsOfPlan } from '../domain/channel-plan.js';
import { OpenChannels, type SealedChannel } from '../delivery/open-channels.js';
import { noticeFault } from '../notice-faults.js';
import type { ChannelSecret, ChannelSettings } from '../sending/messenger.js';
import { isPlainHost } from '../sending/safe-address.js';

/** A channel as an administrator describes it. */
export interface ChannelCommand extends ChannelPlan, ChannelSettings {
  readonly name: string;
  readonly unitId: string | null;
  readonly enabled: boolean;
  readonly from?: string | undefined;
  readonly recipientDomains?: readonly string[] | undefined;
}

interface Kept extends SealedChannel {
  readonly id: string;
  readonly version: number;
}

const insertSql = `
  insert into notice_channel (id, kind, name, unit_id, host, port, scheme, settings, secret_box, secret_key_id, enabled, changed_by, changed_at, version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now(), 1)`;

const updateSql = `
  update notice_channel set name = $3, unit_id = $4, host = $5, port = $6, scheme = $7, settings = $8, secret_box = $9, secret_key_id = $10,
    enabled = $11, changed_by = $12, changed_at = now(), version = version + 1 where id = $1 and kind = $2`;

/** Keeps the county's channels. Credentials are sealed and never come back out, not even to who entered them. */
@Injectable()
export class KeepChannels {
  constructor(
    private readonly store: Store,
    private readonly channels: OpenChannels,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `notice.channelIncomplete`, `notice.addressNotAllowed` */
  async make(command: ChannelCommand, by: Actor): Promise<string> {
    const id = this.ids.next();
    await this.store.transaction((tx) => this.write(tx, insertSql, id, command, { secret: {}, address: null }, by));
    return id;
  }

  /** What is not said of the credentials stays; where the channel leads elsewhere they are said again. */
  change(id: string, version: number, command: ChannelCommand, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [kept] = await tx.query<Kept[]>('select * from notice_channel where id = $1 for update', [id]);
      if (!kept) throw noticeFault('channelNotFound');
      refuseStale(kept, version);
      if (kept.kind !== command.kind)
        throw noticeFault('channelIncomplete', {}, [{ path: 'kind', message: 'stays', constraint: 'stays' }]);
      const secret = this.channels.open(id, kept)?.secret ?? {};
      await this.write(tx, updateSql, id, command, { secret, address: kept }, by);
    });
  }

  private async write(
    tx: EntityManager,
    sql: string,
    id: string,
    command: ChannelCommand,
    kept: { secret: ChannelSecret; address: ChannelAddress | null },
    by: Actor,
  ): Promise<void> {
    const plan = { ...command, url: command.url ?? kept.secret.url };
    const address = addressOf(plan, isPlainHost);
    if ('path' in address) throw noticeFault('channelIncomplete', {}, [address]);
    const moved = kept.address !== null && !isSame(kept.address, address);
    const flaws = flawsOfPlan(plan, kept.address !== null && !moved);
    if (moved && command.kind === 'mail' && kept.secret.password !== undefined && command.password === undefined)
      flaws.push({ path: 'password', message: 'is said again for another address', constraint: 'saidAgain' });
    if (flaws.length > 0) throw noticeFault('channelIncomplete', {}, flaws);
    await refuseUnknownUnit(tx, command.unitId);
    if (command.enabled) await refuseUnlisted(tx, address);
    const secret = moved ? ownSecret(command) : { ...kept.secret, ...ownSecret(command) };
    const { box, keyId } = this.channels.seal(id, secret);
    const row = [command.name, command.unitId, address.host, address.port, address.scheme, settingsOf(command)];
    await tx.query(sql, [id, command.kind, ...row, box, keyId, command.enabled, by.personId]);
    const facts = {
      kind: command.kind,
      enabled: command.enabled,
      moved,
      secretSet: Object.keys(ownSecret(command)).length > 0,
    };
    await this.audit.record(tx, { act: 'notice_channel.keep', subject: { type: 'notice_channel', id }, by, facts });
  }
}

const isSame = (a: ChannelAddress, b: ChannelAddress): boolean =>
  a.host === b.host && a.port === b.port && a.scheme === b.scheme;

/** Only what was said: nothing that is left out replaces what is kept. */
function ownSecret({ kind, url, key, user, password }: ChannelPlan): ChannelSecret {
  const said = kind === 'mail' ? { user, password } : { url, key };
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

function settingsOf({
  kind,
  language,
  from,
  recipientDomains,
  phoneField,
  textField,
  keyField,
}: ChannelCommand): string {
  const own = { mail: { from, recipientDomains }, sms: { phoneField, textField, keyField } };
  return JSON.stringify({ language, ...(kind === 'mail' || kind === 'sms' ? own[kind] : {}) });
}

async function refuseUnlisted(tx: EntityManager, { host, port }: ChannelAddress): Promise<void> {
  const listed = await tx.query<unknown[]>(
    `select 1 from notice_address where host = $1 and port = $2 and state = 'allowed'`,
    [host, port],
  );
  if (listed.length === 0) throw noticeFault('addressNotAllowed', { host, port });
}

async function refuseUnknownUnit(tx: EntityManager, unitId: string | null): Promise<void> {
  if (unitId === null) return;
  const known = await tx.query<unknown[]>('select 1 from unit where id = $1 and to_at is null', [unitId]);
  if (known.length === 0)
    throw httpFault('invalidRequest', {}, [{ path: 'unitId', message: 'does not exist', constraint: 'known' }]);
}
