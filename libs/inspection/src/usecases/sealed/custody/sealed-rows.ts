import { httpFault } from '@ducha/http';
import type { EntityManager } from 'typeorm';
import type { Capacity } from '../../../domain/sealed/sealed-release.js';
import type { LockCost, WrappedKey } from './passphrase-lock.js';

/** A sealed plan as it is stored. */
export interface SealedRow extends LockCost {
  readonly id: string;
  readonly version: number;
  readonly box: Buffer;
  readonly chainPublic: Buffer;
  readonly chainBox: Buffer;
  readonly least: number;
  readonly shares: number;
  readonly keyNumber: number;
  readonly startedAt: Date;
  readonly releasedAt: Date | null;
  readonly endedAt: Date | null;
  readonly now: Date;
}

/** A named person as stored. */
export interface KeeperRow extends WrappedKey, LockCost {
  readonly personId: string;
  readonly capacity: Capacity;
  readonly keyNumber: number;
  readonly invitedUntil: Date | null;
  readonly joinedAt: Date | null;
  readonly now: Date;
}

const rowSql = `
  select id, version, box, chain_public as "chainPublic", chain_box as "chainBox", memory_kib as "memoryKib", passes, lanes, least, shares,
    key_number as "keyNumber", started_at as "startedAt", released_at as "releasedAt", ended_at as "endedAt", now() as now
  from sealed_inspection where id = $1 for update`;

const keeperSql = `
  select k.person_id as "personId", k.capacity, k.key_number as "keyNumber", k.salt, k.wrapped, k.invited_until as "invitedUntil", k.joined_at as "joinedAt",
    s.memory_kib as "memoryKib", s.passes, s.lanes, now() as now
  from sealed_keeper k join sealed_inspection s on s.id = k.sealed_id where k.sealed_id = $1 and k.person_id = $2`;

type Asked = Pick<EntityManager, 'query'>;

/** The row, locked. @throws Fault `http.notFound` */
export async function lockSealed(tx: EntityManager, id: string): Promise<SealedRow> {
  const [row] = await tx.query<SealedRow[]>(rowSql, [id]);
  if (!row) throw httpFault('notFound');
  return row;
}

/** A named person. @throws Fault `http.notFound`: not named, or no such plan; nobody can tell which */
export async function keeperOf(asked: Asked, id: string, personId: string): Promise<KeeperRow> {
  const [keeper] = await asked.query<KeeperRow[]>(keeperSql, [id, personId]);
  if (!keeper) throw httpFault('notFound');
  return keeper;
}

/** Whose wrapped key a box is. */
export const aboutKeeper = (sealedId: string, personId: string): string => `sealed_keeper|${sealedId}|${personId}`;

/** Which version of the document a box is. */
export const aboutDocument = (sealedId: string, version: number): string => `sealed_inspection|${sealedId}|${version}`;

/** The private half of a chain. */
export const aboutChain = (sealedId: string): string => `sealed_chain|${sealedId}`;

/** Puts a person's wrapped key in the place of the one before. @param invitedForHours  null: under their own passphrase */
export async function keepKeeper(
  tx: EntityManager,
  sealedId: string,
  keeper: WrappedKey & { readonly personId: string; readonly capacity: Capacity; readonly keyNumber: number },
  invitedForHours: number | null,
): Promise<void> {
  await tx.query(
    `insert into sealed_keeper (sealed_id, person_id, capacity, key_number, salt, wrapped, named_at, invited_until, joined_at)
     values ($1, $2, $3, $4, $5, $6, now(), case when $7::int is not null then now() + make_interval(hours => $7::int) end, case when $7::int is null then now() end)
     on conflict on constraint sealed_keeper_pk do update set key_number = excluded.key_number, salt = excluded.salt, wrapped = excluded.wrapped,
       invited_until = excluded.invited_until, joined_at = excluded.joined_at`,
    [...[sealedId, keeper.personId, keeper.capacity, keeper.keyNumber, keeper.salt, keeper.wrapped], invitedForHours],
  );
}
