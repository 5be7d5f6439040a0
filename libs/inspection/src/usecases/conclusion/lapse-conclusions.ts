import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ConclusionClock } from '../../domain/conclusion/conclusion-clock.js';
import { ConclusionClocks } from './conclusion-clocks.js';
import { InspectionNotices } from './inspection-notices.js';
import { SettleInspection } from './settle-inspection.js';

const perTurn = 200;

const overBy = (kind: ConclusionClock): string =>
  `clock k join conclusion c on c.id = k.conclusion_id where k.kind = '${kind}' and k.conclusion_id is not null and k.state = 'running' and k.due_at < now()`;
const silentSql = `
  with silent as (
    select c.id from ${overBy('fact_check')} and c.state = 'checking' and c.check_outcome is null order by k.due_at limit ${perTurn} for update of c skip locked
  ) update conclusion c set check_outcome = 'silence', checked_at = now(), version = version + 1 from silent where c.id = silent.id
  returning c.id, c.inspection_id as "inspectionId", c.unit_id as "unitId"`;
const finalSql = `
  with over as (
    select c.id from ${overBy('review_apply')} and c.state = 'served' order by k.due_at limit ${perTurn} for update of c skip locked
  ) update conclusion c set state = 'final', final_at = now(), version = version + 1 from over where c.id = over.id
  returning c.id, c.inspection_id as "inspectionId", c.unit_id as "unitId"`;

interface Lapsed {
  readonly id: string;
  readonly inspectionId: string;
  readonly unitId: string;
}

/** What time does to conclusions: a fact check that nobody answered is no objection; one that nobody has reviewed is final. */
@Injectable()
export class LapseConclusions {
  constructor(
    private readonly store: Store,
    private readonly notices: InspectionNotices,
    private readonly settle: SettleInspection,
    private readonly clocks: ConclusionClocks,
    private readonly audit: Audit,
  ) {}

  /** One turn; true when it left work behind. */
  run(): Promise<boolean> {
    return this.store.transaction(async (tx) => {
      const [silent] = await tx.query<[Lapsed[], number]>(silentSql);
      const personIds = silent.length === 0 ? [] : await this.notices.holding(tx, 'bureau_head', 'bureau_officer');
      for (const one of silent) {
        await this.clocks.end(tx, one.id, 'fact_check', 'over');
        await this.note(tx, one, 'conclusion.silence');
        await this.notices.tell(tx, { kind: 'conclusion.checked', conclusionId: one.id, key: 'silence', personIds });
      }
      const [over] = await tx.query<[Lapsed[], number]>(finalSql);
      for (const one of over) {
        await this.clocks.end(tx, one.id, 'review_apply', 'over');
        await this.note(tx, one, 'conclusion.lapse');
        await this.notices.tell(tx, {
          kind: 'conclusion.final',
          conclusionId: one.id,
          key: 'lapse',
          unitId: one.unitId,
        });
      }
      for (const inspectionId of new Set(over.map((one) => one.inspectionId)))
        await this.settle.after(tx, inspectionId, null);
      return silent.length === perTurn || over.length === perTurn;
    });
  }

  private note(tx: EntityManager, { id, inspectionId }: Lapsed, act: string): Promise<void> {
    const [from, to] = act === 'conclusion.lapse' ? ['served', 'final'] : ['checking', 'checking'];
    return this.audit.record(tx, { act, subject: { type: 'conclusion', id }, about: inspectionId, by: null, from, to });
  }
}
