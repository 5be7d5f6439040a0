import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { countyYear, nextState } from '@ducha/kernel';
import { Numbers, Store } from '@ducha/store';
import { emptyTask, type NewTask, OpenTasks } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterLifecycle } from '../domain/matter-lifecycle.js';
import { registrationNumber, registrationSeries } from '../domain/matter-number.js';
import { type MandateScope, mandateCovers } from '../domain/standing-mandate.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { countyDueAt } from '../queries/county-due.js';
import { dutiesFor, type Duty } from '../queries/duties.js';
import { chosenMatters, type ChosenMatter, type Skipped } from './chosen-matters.js';
import { mandateInForce } from './mandates-in-force.js';

/** Registers thousands of matters in one act. */
export interface RegisterMattersCommand {
  readonly matters: { readonly ids: readonly string[] } | { readonly filter: MatterFilter };
  readonly mandateId: string;
  /** Natural days from today; the day's end counts. Without it nothing can be dispatched. */
  readonly dueInDays: number | null;
  readonly dispatch: boolean;
  readonly by: Actor;
}

/** What came of it. */
export interface RegisteredMatters {
  readonly registered: number;
  readonly dispatched: number;
  readonly skipped: readonly Skipped[];
}

interface Ready {
  readonly matter: ChosenMatter;
  readonly duty: Duty;
  readonly number: string;
}

/**
 * One act under a standing mandate: leads and assisting units come from the duty register, all tasks open together.
 * What cannot be registered is left as it is and listed with its reason.
 */
@Injectable()
export class RegisterMatters {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbers: Numbers,
    private readonly openTasks: OpenTasks,
  ) {}

  /** @throws Fault `matter.mandateNotFound`, `mandateNotInForce`, `tooMany` */
  async run({ matters, mandateId, dueInDays, dispatch, by }: RegisterMattersCommand): Promise<RegisteredMatters> {
    return this.store.transaction(async (tx) => {
      const mandate = await mandateInForce(this.store, tx, mandateId);
      const chosen = await chosenMatters(this.store, matters, by, { act: 'matter.register', state: 'received' });
      const duties = await dutiesFor(this.store, chosen.found.flatMap(({ category }) => category ?? []));
      const dutyOf = ({ category }: ChosenMatter): Duty | undefined => (category === null ? undefined : duties.get(category));
      const judged = chosen.found.map((matter) => ({ matter, duty: dutyOf(matter), code: refusalOf(matter, mandate, dutyOf(matter)) }));
      const ready = await this.numbered(judged.flatMap(({ matter, duty, code }) => (code === undefined && duty ? [{ matter, duty }] : [])));
      const dueAt = dueInDays === null ? null : await countyDueAt(this.store, dueInDays);
      const through = { door: 'mandate', recordId: mandateId } as const;
      const { opened, skipped } = await this.openTasks.run({ tasks: ready.map((one) => taskOf(one, dueAt)), registeredBy: through, dispatch, by });
      const refused = new Map(skipped.map(({ index, fault }) => [index, fault.code]));
      await this.markRegistered(tx, ready.filter((_, index) => !refused.has(index)), mandateId, by);
      return {
        registered: opened.length,
        dispatched: opened.filter(({ state }) => state === 'dispatched').length,
        skipped: [
          ...chosen.skipped,
          ...judged.flatMap(({ matter, code }) => (code === undefined ? [] : [{ matterId: matter.id, code }])),
          ...[...refused].map(([index, code]) => ({ matterId: ready[index]?.matter.id ?? '', code })),
        ],
      };
    });
  }

  private async numbered(all: readonly Omit<Ready, 'number'>[]): Promise<Ready[]> {
    const [first] = all;
    if (!first) return [];
    const { kind, now } = first.matter;
    const year = countyYear(now);
    const numbers = await this.numbers.take(registrationSeries(kind), year, all.length);
    return all.map((one, at) => ({ ...one, number: registrationNumber(kind, year, numbers[at] ?? 0) }));
  }

  private async markRegistered(tx: EntityManager, ready: readonly Ready[], mandateId: string, by: Actor): Promise<void> {
    if (ready.length === 0) return;
    await tx.query(
      `update matter m set state = 'registered', number = g.number, mandate_id = $3, registered_at = now(), registered_by = $4, version = version + 1
       from unnest($1::uuid[], $2::text[]) as g(id, number) where m.id = g.id`,
      [ready.map(({ matter }) => matter.id), ready.map(({ number }) => number), mandateId, by.personId],
    );
    const facts = { door: 'mandate', recordId: mandateId };
    const acts = ready.map(({ matter: { id, state } }) => ({ act: 'matter.register', subject: { type: 'matter', id }, by, from: state, to: 'registered', facts }));
    await this.audit.record(tx, ...acts);
  }
}

/** Why a matter cannot be registered in such an act, as a code of `matterFault`. */
function refusalOf(matter: ChosenMatter, mandate: MandateScope, duty: Duty | undefined): string | undefined {
  if (nextState(matterLifecycle, matter.state, 'register') === undefined) return 'matter.moveRefused';
  if (!mandateCovers(mandate, matter)) return 'matter.mandateDoesNotCover';
  if (matter.needsTriage) return 'matter.needsTriage';
  if (matter.proposalPending) return 'matter.proposalPending';
  return duty ? undefined : 'matter.noDuty';
}

function taskOf({ matter, duty, number }: Ready, dueAt: Date | null): NewTask {
  const { id: matterId, kind, category, title, body: demand } = matter;
  return { ...emptyTask, kind, category, matterId, number, title, demand, leadUnitId: duty.leadUnitId, assistUnitIds: duty.assistUnitIds, dueAt };
}
