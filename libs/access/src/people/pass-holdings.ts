import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { httpFault } from '@ducha/http';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { accessFault } from '../access-faults.js';
import { heldNow } from '../sessions/session-facts.js';
import { type Holding, type HoldingKind, holdingKinds, holdings } from './holdings.js';

/** From whom to whom, and what; all kinds when none is named. */
export interface Passing {
  readonly fromPersonId: string;
  readonly toPersonId: string;
  readonly kinds?: readonly HoldingKind[] | undefined;
}

/** How many records of a kind changed hands. */
export type Passed = Partial<Record<HoldingKind, number>>;

/** Passes the open business that a person holds by name to another one. Set-wise; who did what until then stays as it was. */
@Injectable()
export class PassHoldings {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `access.nothingToPass`, `http.invalidRequest` when the taker has no post that may hold it */
  async run(by: Doer, passing: Passing): Promise<Passed> {
    return this.store.transaction(async (tx) => {
      const passed = await this.pass(tx, by, passing);
      if (Object.keys(passed).length === 0) throw accessFault('nothingToPass');
      return passed;
    });
  }

  /** The same inside another deed, where nothing to pass on is no refusal. */
  async pass(
    tx: EntityManager,
    by: Doer,
    { fromPersonId, toPersonId, kinds = holdingKinds }: Passing,
  ): Promise<Passed> {
    if (fromPersonId === toPersonId) refuseTaker('must be another person', 'anotherPerson');
    const passed: Passed = {};
    for (const kind of kinds) {
      const about = await move(tx, holdings[kind], fromPersonId, toPersonId);
      if (about.length === 0) continue;
      await refuseUnfit(tx, holdings[kind], toPersonId);
      const facts = { kind, fromPersonId, toPersonId };
      await this.audit.record(
        tx,
        ...about.map((id) => ({
          act: 'holding.pass',
          subject: { type: holdings[kind].table, id },
          about: id,
          by,
          facts,
        })),
      );
      passed[kind] = about.length;
    }
    return passed;
  }
}

/** Two who pass on the same meet at the rows: the second finds nothing left. */
async function move(tx: EntityManager, holding: Holding, from: string, to: string): Promise<string[]> {
  const { table, column, open, about, versioned } = holding;
  const [rows] = await tx.query<[{ about: string }[], number]>(
    `update ${table} o set ${column} = $2${versioned ? ', version = o.version + 1' : ''}
     where o.${column} = $1 and ${open} returning ${about} as about`,
    [from, to],
  );
  return rows.map((row) => row.about);
}

async function refuseUnfit(tx: EntityManager, { roles }: Holding, personId: string): Promise<void> {
  const fit = await tx.query<unknown[]>(
    `select 1 from post p where p.person_id = $1 and p.role = any($2) and ${heldNow('p')} limit 1`,
    [personId, roles],
  );
  if (fit.length === 0) refuseTaker('holds no post that may take this over', 'taker');
}

function refuseTaker(message: string, constraint: string): never {
  throw httpFault('invalidRequest', {}, [{ path: 'toPersonId', message, constraint }]);
}
