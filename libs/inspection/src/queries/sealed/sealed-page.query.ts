import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { missingToRelease } from '../../domain/sealed/sealed-release.js';
import { peopleOf } from '../../domain/plan/plan.js';
import type { SealedDocument } from '../../domain/sealed/sealed-document.js';
import type { InspectorBrief } from '../../http/plan/inspection.view.js';
import type {
  SealedAskedView,
  SealedKeeperView,
  SealedView,
  SealedWarningsView,
} from '../../http/sealed/sealed.view.js';
import { type Goals, recusedByLot } from '../../usecases/plan/going.js';
import type { OpenedPlan } from '../../usecases/sealed/custody/opened-plan.js';
import { sealedGoals } from '../../usecases/sealed/sealed-goals.js';
import { unfitOf } from '../group/competences.js';
import { peopleByIds } from '../plan/plan-view.js';
import { askedOf } from './asked.js';
import { sealedActions } from './sealed-actions.js';
import { sealedInspectionView } from './sealed-inspection-view.js';

interface KeeperFacts {
  readonly personId: string;
  readonly capacity: string;
  readonly joined: boolean;
  readonly invitedUntil: Date | null;
  readonly hasShare: boolean;
}

const keepersSql = `
  select k.person_id as "personId", k.capacity, k.joined_at is not null as joined, k.invited_until as "invitedUntil",
    exists (select 1 from sealed_share s where s.sealed_id = k.sealed_id and s.person_id = k.person_id) as "hasShare"
  from sealed_keeper k where k.sealed_id = $1 order by k.named_at, k.person_id`;

/** What a named person sees of a sealed plan that they hold open. */
@Injectable()
export class SealedPage {
  async of(opened: OpenedPlan): Promise<SealedView> {
    const { tx, id, row, document, seenVersion, by } = opened;
    const keepers = await keepersOf(tx, id);
    const asked = await askingOf(opened);
    const actions = sealedActions(document, by, asked);
    return {
      id,
      version: seenVersion,
      capacity: by.capacity,
      least: row.least,
      shares: row.shares,
      sharesTaken: await takenOf(tx, id),
      startedAt: row.startedAt,
      now: row.now,
      inspection: await sealedInspectionView(opened, actions),
      keepers,
      asked,
      warnings: await warningsOf(tx, document, await sealedGoals(tx, document)),
      actions: [
        ...actions,
        ...(keepers.some(({ person, hasShare }) => person.id === by.personId && hasShare) ? [] : ['take_share']),
      ],
    };
  }
}

async function keepersOf(tx: EntityManager, id: string): Promise<SealedKeeperView[]> {
  const rows = await tx.query<KeeperFacts[]>(keepersSql, [id]);
  const people = await peopleByIds(
    tx,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ personId, ...row }) => ({ person: people.get(personId) ?? nameless(personId), ...row }));
}

async function takenOf(tx: EntityManager, id: string): Promise<number> {
  const [row] = await tx.query<{ taken: number }[]>(
    'select count(*)::int as taken from sealed_share where sealed_id = $1 and taken_at is not null',
    [id],
  );
  return row?.taken ?? 0;
}

async function askingOf({ tx, id, row, seenVersion }: OpenedPlan): Promise<SealedAskedView | null> {
  const asked = await askedOf(tx, id, seenVersion);
  const [first] = asked;
  if (!first) return null;
  const { people, principal } = missingToRelease(asked, row.least);
  return {
    until: first.until,
    releasers: asked.map(({ personId, name, asks, at }) => ({ person: { id: personId, name, unit: null }, asks, at })),
    missingPeople: people,
    missingPrincipal: principal,
  };
}

/** What the release would refuse, while there is still time; after it there is nothing to warn of. */
async function warningsOf(
  tx: EntityManager,
  { plan, state }: SealedDocument,
  goals: Goals,
): Promise<SealedWarningsView> {
  if (state === 'released' || state === 'cancelled') return { unfit: [], recused: [] };
  const named = peopleOf(plan).map(({ id }) => id);
  const unfit = await unfitOf(
    tx,
    named,
    plan.groups.flatMap(({ leaderId }) => leaderId ?? []),
  );
  const recused = await recusedByLot(tx, plan, goals);
  const people = await peopleByIds(tx, named);
  const units = await tx.query<{ id: string; shortName: string }[]>(
    'select id, short_name as "shortName" from unit where id = any($1)',
    [recused.map(({ unitId }) => unitId)],
  );
  const person = (id: string): InspectorBrief => people.get(id) ?? nameless(id);
  return {
    unfit: [...unfit].map(([id, lacks]) => ({ person: person(id), lacks })),
    recused: recused.map(({ personId, unitId, reason }) => ({
      person: person(personId),
      unit: units.find(({ id }) => id === unitId) ?? { id: unitId, shortName: '' },
      reason,
    })),
  };
}

const nameless = (id: string): InspectorBrief => ({ id, name: '', unit: null });
