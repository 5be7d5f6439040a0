import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { groupLifecycle, type GroupState } from '../../domain/group/group-lifecycle.js';
import { inspectionLifecycle } from '../../domain/plan/inspection-lifecycle.js';
import { planFault } from '../../plan-faults.js';
import { lockInspection, moveInspection } from '../plan/inspection-rows.js';
import { PatrolAlert } from '../patrol/patrol-alert.js';
import { ReplaceSite } from '../sample/replace-site.js';
import { type VisitRow, visitToMove } from './visit-rows.js';

/** A change of one visit. */
export interface VisitCommand {
  readonly id: string;
  readonly version: number;
  readonly by: Actor;
}

/** The same on the spot, which may be heard of late. */
export interface OnSiteCommand extends VisitCommand {
  /** When it was, by the device's clock; null when it is only known to be now. */
  readonly capturedAt?: string | null;
}

/** How a visit ends: found; nobody there; let nobody in; moved away, so that a reserve comes in. */
export type VisitEnd = 'finish' | 'miss' | 'refuse' | 'replace';

const outcomeOf: Record<VisitEnd, string> = { finish: 'found', miss: 'absent', refuse: 'refused', replace: 'moved' };

/** What an inspector does at a site: arrive, and say how it ended. */
@Injectable()
export class MakeVisit {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly reserves: ReplaceSite,
    private readonly patrols: PatrolAlert,
  ) {}

  /** The group's first arrival puts it on site, the first group the inspection. @throws Fault `inspection.outsidePeriod` and as `visitToMove` */
  arrive({ id, version, by, capturedAt = null }: OnSiteCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { visit, to } = await visitToMove(tx, { id, version, on: 'arrive', by, capturedAt });
      if (!visit.inPeriod) throw planFault('outsidePeriod');
      await tx.query(
        'update visit set state = $2, arrived_at = now(), arrived_captured_at = $4, arrived_by = $3, version = version + 1 where id = $1',
        [id, to, by.personId, capturedAt],
      );
      await groupArrives(tx, visit.groupId);
      await inspectionArrives(tx, visit.inspectionId);
      await this.patrols.after(tx, visit);
      await this.record(tx, visit, { act: 'visit.arrive', to, by });
    });
  }

  /** @throws Fault as `visitToMove` */
  end({ id, version, by, capturedAt = null }: OnSiteCommand, on: VisitEnd): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { visit, to } = await visitToMove(tx, { id, version, on, by });
      await tx.query(
        `update visit set state = $2, outcome = $3, finished_at = now(), finished_captured_at = $5, finished_by = $4, version = version + 1
         where id = $1`,
        [id, to, outcomeOf[on], by.personId, capturedAt],
      );
      if (on === 'replace') await this.reserves.run(tx, visit);
      await this.record(tx, visit, { act: `visit.${on}`, to, by });
    });
  }

  /** The inspected noticed; it is measured and ends nothing. Only the first time counts. @throws Fault as `visitToMove` */
  discovered({ id, version, by, capturedAt = null }: OnSiteCommand): Promise<void> {
    return this.store.transaction(async (tx) => {
      const { visit } = await visitToMove(tx, { id, version, on: 'finish', by });
      await tx.query(
        `update visit set discovered_at = coalesce(discovered_at, now()),
           discovered_captured_at = case when discovered_at is null then $2::timestamptz else discovered_captured_at end, version = version + 1
         where id = $1`,
        [id, capturedAt],
      );
      await this.record(tx, visit, { act: 'visit.discovered', to: visit.state, by });
    });
  }

  private record(
    tx: EntityManager,
    { id, inspectionId, state }: VisitRow,
    { act, to, by }: { act: string; to: string; by: Actor },
  ): Promise<void> {
    return this.audit.record(tx, { act, subject: { type: 'visit', id }, about: inspectionId, by, from: state, to });
  }
}

async function groupArrives(tx: EntityManager, groupId: string): Promise<void> {
  const [group] = await tx.query<{ state: GroupState }[]>(
    'select state from inspection_group where id = $1 for update',
    [groupId],
  );
  const to = group && nextState(groupLifecycle, group.state, 'arrive');
  if (to === undefined) return;
  await tx.query('update inspection_group set state = $2, arrived_at = now(), version = version + 1 where id = $1', [
    groupId,
    to,
  ]);
}

async function inspectionArrives(tx: EntityManager, id: string): Promise<void> {
  const { state } = await lockInspection(tx, id);
  const to = nextState(inspectionLifecycle, state, 'arrive');
  if (to === undefined) return;
  await tx.query('update inspection set on_site_at = now() where id = $1', [id]);
  await moveInspection(tx, id, to);
}
