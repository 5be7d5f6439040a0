import { Inject, Injectable } from '@nestjs/common';
import { IDS, type FieldError, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { PROTECTED_NAME } from '../domain/told-reason.js';
import { matterFault } from '../matter-faults.js';

/** Somebody who asked. */
export interface NewSignatory {
  readonly name: string;
  readonly contact: string | null;
  /** A person with the post of a proponent, who then sees the matter as such. */
  readonly personId?: string | null;
  /** Only two named officers may ever read who it is. */
  readonly isProtected?: boolean;
}

const insertSql = `
  insert into signatory (id, matter_id, name, contact, sort, person_id, is_protected)
  select g.id, $1, g.name, g.contact, g.sort, g."personId", g."isProtected"
  from jsonb_to_recordset($2::jsonb) as g(id uuid, name text, contact text, sort int, "personId" uuid, "isProtected" boolean)`;

const protectSql = `
  insert into protected_source (signatory_id, matter_id, name, contact, first_officer_id, second_officer_id)
  select g.id, $1, g.name, g.contact, $3, $4 from jsonb_to_recordset($2::jsonb) as g(id uuid, name text, contact text)`;

const holdersSql = `
  select p.person_id as id from post p where p.person_id = any($1::uuid[]) and p.role = any($2)
    and p.from_at <= now() and (p.to_at is null or p.to_at > now()) group by p.person_id`;

/** Writes who asked. Protected names lie apart, in their own table. */
@Injectable()
export class SignatoryWriter {
  constructor(
    private readonly store: Store,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `matter.sourceOfficers`, `matter.notAProponent` naming the field */
  async write(
    tx: EntityManager,
    matterId: string,
    signatories: readonly NewSignatory[],
    sourceOfficerIds: readonly string[],
  ): Promise<void> {
    await this.refuseOthers(signatories);
    const rows = signatories.map(({ name, contact, personId = null, isProtected = false }, at) => ({
      ...{ id: this.ids.next(), name, contact, personId, isProtected, sort: at + 1 },
    }));
    const shown = rows.map((row) => (row.isProtected ? { ...row, name: PROTECTED_NAME, contact: null } : row));
    await tx.query(insertSql, [matterId, JSON.stringify(shown)]);
    const hidden = rows.filter(({ isProtected }) => isProtected);
    if (hidden.length === 0) return;
    const [first, second] = await this.officers(sourceOfficerIds);
    await tx.query(protectSql, [matterId, JSON.stringify(hidden), first, second]);
  }

  /** The two who may read the identity: different people, both of the bureau, today. */
  private async officers(ids: readonly string[]): Promise<[string, string]> {
    const [first, second, ...more] = [...new Set(ids)];
    const known = await this.holders(ids, ['bureau_head', 'bureau_officer']);
    if (first !== undefined && second !== undefined && more.length === 0 && known.size === 2) return [first, second];
    throw matterFault('sourceOfficers', {}, [
      { path: 'sourceOfficerIds', message: 'must name two officers of the bureau', constraint: 'twoOfficers' },
    ]);
  }

  private async refuseOthers(signatories: readonly NewSignatory[]): Promise<void> {
    const named = signatories.flatMap(({ personId }) => personId ?? []);
    if (named.length === 0) return;
    const known = await this.holders(named, ['proponent']);
    const errors = signatories.flatMap(({ personId = null, isProtected }, at): FieldError[] =>
      personId === null || (known.has(personId) && isProtected !== true)
        ? []
        : [{ path: `signatories[${at}].personId`, message: 'is no proponent today', constraint: 'postHeld' }],
    );
    if (errors.length > 0) throw matterFault('notAProponent', {}, errors);
  }

  private async holders(ids: readonly string[], roles: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await this.store.query<{ id: string }>(holdersSql, [ids, roles]);
    return new Set(rows.map(({ id }) => id));
  }
}
