import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { httpFault, refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import type { Act } from '../policy/policy.js';
import type { Role } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';
import { delegableActs, lentActs, mayTake } from './delegable.js';

/** What is lent, to whom, from when to when (exclusive). */
export interface Lending {
  readonly takerPostId: string;
  readonly acts: readonly string[];
  readonly from?: string;
  readonly to: string;
  readonly reason: string;
}

/** Lends some of one's own acts to a named person for a time, and takes them back. */
@Injectable()
export class GiveDelegation {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `access.delegationTooWide`, `access.delegationTaker` */
  async give(by: Actor, lending: Lending): Promise<string> {
    const acts = actsLent(by, lending);
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      const takerId = await this.taker(tx, by, lending.takerPostId);
      await refuseDates(tx, lending);
      await tx.query(
        `insert into delegation (id, giver_post_id, taker_post_id, acts, from_at, to_at, reason, given_at, version)
         values ($1, $2, $3, $4, coalesce($5::timestamptz, now()), $6, $7, now(), 1)`,
        [id, by.postId, lending.takerPostId, acts, lending.from ?? null, lending.to, lending.reason],
      );
      await this.audit.record(tx, {
        act: 'delegation.give',
        subject: { type: 'delegation', id },
        about: takerId,
        by,
        facts: { acts: [...lending.acts], takerPostId: lending.takerPostId },
        words: lending.reason,
      });
    });
    return id;
  }

  /** @throws Fault `access.delegationOver`, `http.preconditionFailed` */
  async end(by: Actor, id: string, version: number): Promise<void> {
    await this.store.transaction(async (tx) => {
      const [row] = await tx.query<{ version: number; over: boolean }[]>(
        `select d.version, d.ended_at is not null or d.to_at <= now() as over from delegation d
         where d.id = $1 and d.giver_post_id = $2 for update`,
        [id, by.postId],
      );
      if (!row) throw httpFault('notFound');
      refuseStale(row, version);
      if (row.over) throw accessFault('delegationOver');
      await tx.query('update delegation set ended_at = now(), version = version + 1 where id = $1', [id]);
      await this.audit.record(tx, { act: 'delegation.end', subject: { type: 'delegation', id }, by });
    });
  }

  private async taker(tx: EntityManager, by: Actor, postId: string): Promise<string> {
    const [post] = await tx.query<{ person_id: string; role: Role; unit_id: string }[]>(
      `select p.person_id, p.role, p.unit_id from post p where p.id = $1 and ${heldNow('p')} for share`,
      [postId],
    );
    const fits = post && post.person_id !== by.personId && mayTake(by, { role: post.role, unitId: post.unit_id });
    if (!fits)
      throw accessFault('delegationTaker', {}, [
        { path: 'takerPostId', message: 'cannot act for you', constraint: 'taker' },
      ]);
    return post.person_id;
  }
}

function actsLent(by: Actor, { acts }: Lending): Act[] {
  const own = delegableActs(by.role);
  const known = own.filter((act) => acts.includes(act));
  const wide = acts.findIndex((act) => !known.some((one) => one === act));
  if (wide >= 0)
    throw accessFault('delegationTooWide', {}, [
      { path: `acts[${wide}]`, message: 'is not yours to lend', constraint: 'ownAct' },
    ]);
  return lentActs(by.role, known);
}

async function refuseDates(tx: EntityManager, { from, to }: Lending): Promise<void> {
  const [facts] = await tx.query<{ late: boolean; turned: boolean; long: boolean }[]>(
    `select $1::timestamptz < now() - interval '1 day' as late, $2::timestamptz <= greatest(coalesce($1, now()), now()) as turned,
       $2::timestamptz > coalesce($1::timestamptz, now()) + interval '366 days' as long`,
    [from ?? null, to],
  );
  if (facts?.late) refuseField('from', 'must not lie behind', 'future');
  if (facts?.turned) refuseField('to', 'must lie after the beginning and ahead', 'future');
  if (facts?.long) refuseField('to', 'must lie within a year', 'withinYear');
}

function refuseField(path: string, message: string, constraint: string): never {
  throw httpFault('invalidRequest', {}, [{ path, message, constraint }]);
}
