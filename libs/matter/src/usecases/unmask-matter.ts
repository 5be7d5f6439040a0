import { Injectable } from '@nestjs/common';
import { type Actor, unitRoles } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { COUNTY_ZONE, holdsNumbers } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { matterKinds } from '../domain/matter-kind.js';
import { type UnmaskReason, usualUnmaskCap } from '../domain/unmask-reasons.js';
import type { UnmaskedView } from '../http/unmask.view.js';
import { matterFault } from '../matter-faults.js';
import type { MatterRow } from '../rows/matter.row.js';
import { readMatter } from './matter-reading.js';

/** Who wants to see what of a matter, and why. */
export interface UnmaskCommand {
  readonly matterId: string;
  /** Null: the texts. */
  readonly signatoryId: string | null;
  readonly reason: UnmaskReason;
  readonly words: string;
  readonly by: Actor;
}

const today = `(now() at time zone '${COUNTY_ZONE}')::date`;
const markSql = `
  insert into unmasking (person_id, day, subject_id, matter_id, at) values ($1, ${today}, $2, $3, now()) on conflict do nothing returning 1`;
// the row is locked by whoever counts: requests at once queue up here and see each other
const countSql = `
  insert into unmask_count as c (person_id, day, used) values ($1, ${today}, 1)
  on conflict (person_id, day) do update set used = c.used + 1 where c.used < $2 returning used`;

/**
 * Shows masked personal data to one who needs it: recorded with the reason and counted. The same thing again on the same
 * day is recorded again, but not counted. What is shown is kept nowhere.
 */
@Injectable()
export class UnmaskMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.notFound`, `matter.unmaskProtected`, `matter.unmaskNotForUnits`, `matter.nothingMasked`, `matter.unmaskCapReached` */
  run(command: UnmaskCommand): Promise<UnmaskedView> {
    const { matterId, signatoryId, reason, words, by } = command;
    return this.store.transaction(async (tx) => {
      const matter = await readMatter(tx, matterId);
      if (unitRoles.includes(by.role) && !matterKinds[matter.kind].unitMeetsAskers)
        throw matterFault('unmaskNotForUnits');
      const shown = signatoryId === null ? textsOf(matter) : await contactOf(tx, matterId, signatoryId);
      const left = await this.count(tx, by.personId, signatoryId ?? matterId, matterId);
      await this.audit.record(tx, {
        act: 'matter.unmask',
        subject: { type: 'matter', id: matterId },
        by,
        facts: { what: signatoryId === null ? 'text' : 'contact', signatoryId, reason, left },
        words,
      });
      return { contact: null, title: null, body: null, fields: {}, ...shown, left };
    });
  }

  private async count(tx: EntityManager, personId: string, subjectId: string, matterId: string): Promise<number> {
    const [setting] = await tx.query<{ cap: number | null }[]>(
      `select (select (value ->> 'unmaskDailyCap')::int from county_setting where name = 'personal_data') as cap`,
    );
    const cap = setting?.cap ?? usualUnmaskCap;
    const isNew = (await tx.query<unknown[]>(markSql, [personId, subjectId, matterId])).length > 0;
    if (!isNew) return Math.max(0, cap - (await usedBy(tx, personId)));
    const [counted] = await tx.query<{ used: number }[]>(countSql, [personId, cap]);
    if (!counted) throw matterFault('unmaskCapReached', { most: cap });
    return cap - counted.used;
  }
}

async function usedBy(tx: EntityManager, personId: string): Promise<number> {
  const [row] = await tx.query<{ used: number }[]>(
    `select used from unmask_count where person_id = $1 and day = ${today}`,
    [personId],
  );
  return row?.used ?? 0;
}

/** Texts and own fields that hold a number. */
function textsOf({ title, body, fields }: MatterRow): Partial<UnmaskedView> {
  const held = Object.entries(fields).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && holdsNumbers(entry[1]),
  );
  if (held.length === 0 && !holdsNumbers(title) && !holdsNumbers(body)) throw matterFault('nothingMasked');
  return { title, body, fields: Object.fromEntries(held) };
}

async function contactOf(tx: EntityManager, matterId: string, signatoryId: string): Promise<Partial<UnmaskedView>> {
  const [signatory] = await tx.query<{ contact: string | null; isProtected: boolean }[]>(
    `select contact, is_protected as "isProtected" from signatory where id = $1 and matter_id = $2`,
    [signatoryId, matterId],
  );
  if (signatory?.isProtected === true) throw matterFault('unmaskProtected');
  if (!signatory?.contact) throw matterFault('nothingMasked');
  return { contact: signatory.contact };
}
