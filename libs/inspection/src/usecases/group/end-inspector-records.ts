import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import { planFault } from '../../plan-faults.js';

interface Kept {
  readonly personId: string;
  readonly ended: boolean;
}

/** Ends what was recorded of inspectors: a training that no longer counts, a reason to stay away that is gone. */
@Injectable()
export class EndInspectorRecords {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `inspection.competenceNotFound`, `ownCompetence`, `alreadyEnded` */
  competence(id: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [kept] = await tx.query<Kept[]>(
        `select person_id as "personId", ended_at is not null as ended from competence where id = $1 and kind <> 'secrecy' for update`,
        [id],
      );
      if (!kept) throw planFault('competenceNotFound');
      if (kept.personId === by.personId) throw planFault('ownCompetence');
      if (kept.ended) throw planFault('alreadyEnded');
      await tx.query('update competence set ended_at = now(), ended_by = $2 where id = $1', [id, by.personId]);
      const subject = { type: 'competence', id };
      await this.audit.record(tx, { act: 'competence.end', subject, about: kept.personId, by });
    });
  }

  /** @throws Fault `inspection.declarationNotFound`, `ownDeclaration`, `alreadyEnded` */
  declaration(id: string, reason: string, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [kept] = await tx.query<Kept[]>(
        'select person_id as "personId", ended_at is not null as ended from recusal_declaration where id = $1 for update',
        [id],
      );
      if (!kept) throw planFault('declarationNotFound');
      if (kept.personId === by.personId) throw planFault('ownDeclaration');
      if (kept.ended) throw planFault('alreadyEnded');
      await tx.query('update recusal_declaration set ended_at = now(), ended_by = $2, end_reason = $3 where id = $1', [
        id,
        by.personId,
        reason,
      ]);
      const subject = { type: 'recusal_declaration', id };
      await this.audit.record(tx, { act: 'recusal.end', subject, about: kept.personId, by, words: reason });
    });
  }
}
