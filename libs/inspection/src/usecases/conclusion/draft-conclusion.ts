import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { mapConstraint, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { conclusionFault } from '../../conclusion-faults.js';
import { conclusionToMove } from '../../queries/conclusion/conclusion-rows.js';
import { refuseRecusedBehind } from '../finding/persons-behind.js';

mapConstraint('conclusion_once', () => conclusionFault('alreadyDrafted', {}, [at('unitId', 'once')]));

/** What a conclusion says. */
export interface ConclusionDraft {
  readonly words: string;
  readonly findingIds: readonly string[];
  /** Nothing was found, and it says so. */
  readonly cleared: boolean;
}

/** States of an inspection in which somebody has been on the spot. */
const ripe = ['on_site', 'drafting'];

/** Drafts the one conclusion about an object, and edits the draft. It is built of findings and nothing else. */
@Injectable()
export class DraftConclusion {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `conclusion.alreadyDrafted`, tooEarly, unknownUnit, unknownFinding; `inspection.recused` */
  run(
    { inspectionId, unitId, ...draft }: ConclusionDraft & { readonly inspectionId: string; readonly unitId: string },
    by: Actor,
  ): Promise<string> {
    return this.store.transaction(async (tx) => {
      const [object] = await tx.query<{ state: string }[]>(
        'select i.state from inspection i join inspection_object o on o.inspection_id = i.id where i.id = $1 and o.unit_id = $2 for share of i',
        [inspectionId, unitId],
      );
      if (!object) throw conclusionFault('unknownUnit', {}, [at('unitId', 'known')]);
      if (!ripe.includes(object.state)) throw conclusionFault('tooEarly', { state: object.state });
      await refuseRecusedBehind(tx, by, unitId);
      const id = this.ids.next();
      await tx.query(
        `insert into conclusion (id, inspection_id, unit_id, state, words, cleared, drafted_by, drafted_at, issue, version)
         values ($1, $2, $3, 'drafted', $4, $5, $6, now(), 0, 1)`,
        [id, inspectionId, unitId, draft.words, draft.cleared, by.personId],
      );
      await bind(tx, { id, inspectionId, unitId }, draft.findingIds);
      await this.audit.record(tx, {
        act: 'conclusion.draft',
        subject: { type: 'conclusion', id },
        about: inspectionId,
        by,
        to: 'drafted',
        facts: { unitId, findings: draft.findingIds.length },
      });
      return id;
    });
  }

  /** @throws Fault `conclusion.moveRefused`, unknownFinding; `inspection.recused` */
  edit(
    { id, version, words, findingIds, cleared }: ConclusionDraft & { readonly id: string; readonly version: number },
    by: Actor,
  ): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { conclusion } = await conclusionToMove(tx, { id, version, on: 'edit' });
      await refuseRecusedBehind(tx, by, conclusion.unitId);
      await tx.query('update conclusion set words = $2, cleared = $3, version = version + 1 where id = $1', [
        id,
        words,
        cleared,
      ]);
      await tx.query('delete from conclusion_finding where conclusion_id = $1', [id]);
      await bind(tx, conclusion, findingIds);
      const facts = { findings: findingIds.length };
      await this.audit.record(tx, {
        act: 'conclusion.edit',
        subject: { type: 'conclusion', id },
        about: conclusion.inspectionId,
        by,
        facts,
      });
    });
  }
}

const at = (path: string, constraint: string) => ({ path, message: 'does not fit', constraint });

async function bind(
  tx: EntityManager,
  { id, inspectionId, unitId }: { readonly id: string; readonly inspectionId: string; readonly unitId: string },
  findingIds: readonly string[],
): Promise<void> {
  const wanted = [...new Set(findingIds)];
  const bound = await tx.query<unknown[]>(
    `insert into conclusion_finding (conclusion_id, finding_id, words)
     select $1, f.id, f.words from finding f where f.id = any($2) and f.inspection_id = $3 and f.unit_id = $4 and not f.restricted
       and f.state not in ('merged', 'dismissed', 'revoked') returning finding_id`,
    [id, wanted, inspectionId, unitId],
  );
  if (bound.length !== wanted.length) throw conclusionFault('unknownFinding', {}, [at('findingIds', 'known')]);
}
