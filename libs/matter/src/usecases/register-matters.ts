import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { countyYear, nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { emptyTask, MatterClocks, type NewTask, OpenTasks } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterLifecycle } from '../domain/matter-lifecycle.js';
import { registrationSeries } from '../domain/matter-number.js';
import { type MandateScope, mandateCovers } from '../domain/standing-mandate.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { countyDueAt } from '../queries/county-due.js';
import { dutiesFor, type Duty } from '../queries/duties.js';
import { chosenMatters, type ChosenMatter, type Skipped } from './chosen-matters.js';
import { mandateInForce } from './mandates-in-force.js';
import { Numbering } from './numbering.js';

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
    private readonly numbering: Numbering,
    private readonly clocks: MatterClocks,
    private readonly openTasks: OpenTasks,
  ) {}

  /** @throws Fault `matter.mandateNotFound`, `mandateNotInForce`, `tooMany` */
  async run({ matters, mandateId, dueInDays, dispatch, by }: RegisterMattersCommand): Promise<RegisteredMatters> {
    return this.store.transaction(async (tx) => {
      const mandate = await mandateInForce(this.store, tx, mandateId);
      const chosen = await chosenMatters(this.store, matters, by, { act: 'matter.register', state: 'received' });
      const { ready, skipped } = await this.judge(chosen.found, mandate);
      const dueAt = dueInDays === null ? null : await countyDueAt(this.store, dueInDays);
      const tasks = ready.map((one) => taskOf(one, dueAt));
      const registeredBy = { door: 'mandate', recordId: mandateId } as const;
      const { opened, skipped: refused } = await this.openTasks.run({ tasks, registeredBy, dispatch, by });
      const codes = new Map(refused.map(({ index, fault }) => [ready[index]?.matter.id ?? '', fault.code]));
      const done = ready.filter(({ matter }) => !codes.has(matter.id));
      await this.markRegistered(tx, done, mandateId, by);
      return {
        registered: opened.length,
        dispatched: opened.filter(({ state }) => state === 'dispatched').length,
        skipped: [...chosen.skipped, ...skipped, ...[...codes].map(([matterId, code]) => ({ matterId, code }))],
      };
    });
  }

  /** Which matters may be registered, numbered and with their duties; the others with the reason. */
  private async judge(
    found: readonly ChosenMatter[],
    mandate: MandateScope,
  ): Promise<{ ready: Ready[]; skipped: Skipped[] }> {
    const duties = await dutiesFor(
      this.store,
      found.flatMap(({ category }) => category ?? []),
    );
    const skipped: Skipped[] = [];
    const sound: Omit<Ready, 'number'>[] = [];
    for (const matter of found) {
      const duty = matter.category === null ? undefined : duties.get(matter.category);
      const code = refusalOf(matter, mandate) ?? (duty ? undefined : 'matter.noDuty');
      if (code === undefined && duty) sound.push({ matter, duty });
      else skipped.push({ matterId: matter.id, code: code ?? 'matter.noDuty' });
    }
    return { ready: await this.numbered(sound), skipped };
  }

  private async numbered(all: readonly Omit<Ready, 'number'>[]): Promise<Ready[]> {
    const [first] = all;
    if (!first) return [];
    const { kind, now } = first.matter;
    const year = countyYear(now);
    const numbers = await this.numbering.take(registrationSeries(kind), year, all.length);
    return all.map((one, at) => ({ ...one, number: numbers[at] ?? '' }));
  }

  private async markRegistered(
    tx: EntityManager,
    ready: readonly Ready[],
    mandateId: string,
    by: Actor,
  ): Promise<void> {
    if (ready.length === 0) return;
    await tx.query(
      `update matter m set state = 'registered', number = g.number, mandate_id = $3, registered_at = now(), registered_by = $4, version = version + 1
       from unnest($1::uuid[], $2::text[]) as g(id, number) where m.id = g.id`,
      [ready.map(({ matter }) => matter.id), ready.map(({ number }) => number), mandateId, by.personId],
    );
    const facts = { door: 'mandate', recordId: mandateId };
    const acts = ready.map(({ matter: { id, state } }) => ({
      act: 'matter.register',
      subject: { type: 'matter', id },
      by,
      from: state,
      to: 'registered',
      facts,
    }));
    await this.audit.record(tx, ...acts);
    await this.clocks.follow(
      tx,
      ready.map(({ matter }) => matter.id),
    );
  }
}

/** Why a matter cannot be registered in such an act, as a code of `matterFault`. */
function refusalOf(matter: ChosenMatter, mandate: MandateScope): string | undefined {
  if (nextState(matterLifecycle, matter.state, 'register') === undefined) return 'matter.moveRefused';
  if (matter.restricted) return 'matter.restrictedWay';
  if (!mandateCovers(mandate, matter)) return 'matter.mandateDoesNotCover';
  if (matter.needsTriage) return 'matter.needsTriage';
  return matter.proposalPending ? 'matter.proposalPending' : undefined;
}

function taskOf({ matter, duty, number }: Ready, dueAt: Date | null): NewTask {
  const { id: matterId, kind, category, title, body: demand } = matter;
  return {
    ...emptyTask,
    kind,
    category,
    matterId,
    number,
    title,
    demand,
    leadUnitId: duty.leadUnitId,
    assistUnitIds: duty.assistUnitIds,
    dueAt,
  };
}
