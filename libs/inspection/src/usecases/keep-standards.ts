import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { Checklist } from '../domain/standard/clause.js';
import { faultInChecklist } from '../domain/standard/succession.js';
import { inspectionFault } from '../inspection-faults.js';
import { lockStandard, today, type VersionRow, versionsOf } from '../queries/standard-rows.js';
import { refuseSuccession } from './refuse-succession.js';

/** A change of one standard. */
export interface StandardCommand {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
}

/** A draft as it shall be. */
export interface DraftCommand extends StandardCommand, Checklist {
  /** `YYYY-MM-DD` */
  readonly effectiveFrom: string;
}

/** Founds standards, drafts their next version, publishes or discards it. A published version never changes. */
@Injectable()
export class KeepStandards {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `inspection.codeTaken` */
  found(code: string, name: string, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const id = this.ids.next();
      await tx.query(
        'insert into standard (id, code, name, created_by, created_at, version) values ($1, $2, $3, $4, now(), 1)',
        [id, code, name, by.personId],
      );
      await this.audit.record(tx, { act: 'standard.found', subject: { type: 'standard', id }, by, facts: { code } });
      return id;
    });
  }

  /** Writes the draft of the next version. @throws Fault `inspection.faultyChecklist`, redLineRelaxed, ruleChanged, notLater */
  draft({ id, version, effectiveFrom, passMark, clauses, by }: DraftCommand): Promise<void> {
    const wrong = faultInChecklist({ clauses, passMark });
    if (wrong)
      throw inspectionFault('faultyChecklist', { reason: wrong.code, clause: wrong.key }, [
        { path: wrong.path, message: wrong.code, constraint: wrong.code },
      ]);
    return this.change({ id, version, by }, async (tx, versions) => {
      refuseSuccession(versions, { effectiveFrom, passMark, clauses }, await today(tx));
      const open = versions.find(({ state }) => state === 'drafted');
      const number = open?.number ?? (versions[0]?.number ?? 0) + 1;
      await tx.query(
        `insert into standard_version (standard_id, number, state, effective_from, pass_mark, clauses, drafted_by, drafted_at)
         values ($1, $2, 'drafted', $3, $4, $5, $6, now())
         on conflict (standard_id, number) do update
           set effective_from = $3, pass_mark = $4, clauses = $5, drafted_by = $6, drafted_at = now()`,
        [id, number, effectiveFrom, passMark, JSON.stringify(clauses), by.personId],
      );
      return { act: 'standard.draft', number };
    });
  }

  /** From its day on the version counts. Somebody else publishes than drafted. @throws Fault noDraft, ownDraft, and as `draft` */
  publish({ id, version, by }: StandardCommand): Promise<void> {
    return this.change({ id, version, by }, async (tx, versions) => {
      const draft = draftOf(versions);
      if (draft.draftedById === by.personId) throw inspectionFault('ownDraft');
      refuseSuccession(versions, draft, await today(tx));
      await tx.query(
        `update standard_version set state = 'published', published_by = $3, published_at = now() where standard_id = $1 and number = $2`,
        [id, draft.number, by.personId],
      );
      return { act: 'standard.publish', number: draft.number };
    });
  }

  /** @throws Fault `inspection.noDraft` */
  discard({ id, version, by }: StandardCommand): Promise<void> {
    return this.change({ id, version, by }, async (tx, versions) => {
      const { number } = draftOf(versions);
      await tx.query(`update standard_version set state = 'discarded' where standard_id = $1 and number = $2`, [
        id,
        number,
      ]);
      return { act: 'standard.discard', number };
    });
  }

  private change(
    { id, version, by }: StandardCommand,
    move: (tx: EntityManager, versions: VersionRow[]) => Promise<{ act: string; number: number }>,
  ): Promise<void> {
    return this.store.transaction(async (tx) => {
      refuseStale(await lockStandard(tx, id), version);
      const { act, number } = await move(tx, await versionsOf(tx, id));
      await tx.query('update standard set version = version + 1 where id = $1', [id]);
      await this.audit.record(tx, { act, subject: { type: 'standard', id }, by, facts: { number } });
    });
  }
}

function draftOf(versions: readonly VersionRow[]): VersionRow {
  const draft = versions.find(({ state }) => state === 'drafted');
  if (!draft) throw inspectionFault('noDraft');
  return draft;
}
