import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { Findings } from '../domain/standard/clause.js';
import { evaluate } from '../domain/standard/evaluate.js';
import { inspectionFault } from '../inspection-faults.js';
import { inForceOn, lockStandard, today, versionsOf } from '../queries/standard-rows.js';

/** What was found at a site. */
export interface RecordResultCommand {
  readonly standardId: string;
  readonly unitId: string;
  readonly site: string;
  readonly findings: Findings;
  readonly by: Actor;
}

/** Evaluates what was found by the version that is in force today, and binds it to that version. */
@Injectable()
export class RecordResult {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `inspection.standardNotFound`, notInForce, unknownClause, unknownUnit */
  run({ standardId, unitId, site, findings, by }: RecordResultCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      await lockStandard(tx, standardId);
      const version = inForceOn(await versionsOf(tx, standardId), await today(tx));
      if (!version) throw inspectionFault('notInForce');
      const strange = Object.keys(findings).findIndex((key) => !version.clauses.some((clause) => clause.key === key));
      if (strange !== -1) throw inspectionFault('unknownClause', {}, [at(`findings[${strange}].key`)]);
      const units = await tx.query<unknown[]>('select 1 from unit where id = $1', [unitId]);
      if (units.length === 0) throw inspectionFault('unknownUnit', {}, [at('unitId')]);
      const { verdict, score } = evaluate(version, findings);
      const id = this.ids.next();
      await tx.query(
        `insert into standard_result (id, standard_id, number, unit_id, site, findings, verdict, score, found_by, found_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, now())`,
        [id, standardId, version.number, unitId, site, JSON.stringify(findings), verdict, score, by.personId],
      );
      const facts = { standardId, number: version.number, unitId, verdict };
      await this.audit.record(tx, { act: 'standard.find', subject: { type: 'standard_result', id }, by, facts });
      return id;
    });
  }
}

const at = (path: string) => ({ path, message: 'is not known', constraint: 'known' });
