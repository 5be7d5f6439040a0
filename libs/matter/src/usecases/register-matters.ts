import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { countyYear, nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { emptyTask, MatterClocks, type NewTask, type OpenedTaskView, OpenTasks } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterLifecycle } from '../domain/matter-lifecycle.js';
import { registrationSeries } from '../domain/matter-number.js';
import { type MandateScope, mandateCovers } from '../domain/standing-mandate.js';
import type { MatterFilter } from '../http/matter-filter.dto.js';
import { countyDueAt } from '../queries/county-due.js';
import { dutiesFor, type Duty } from '../queries/duties.js';
import { chosenMatters, type ChosenMatter, type Skipped, skippedOf } from './chosen-matters.js';
import { mandateInForce } from './mandates-in-force.js';
import { Numbering } from './numbering.js';

/** Registers thousands of matters in one act. */
export interface RegisterMattersCommand {
  readonly matters: { readonly ids: readonly string[] } | { readonly filter: MatterFilter };
  readonly mandateId: string;
  /** Natural days from today; the day's end counts. Without it nothing can be dispatched. */
  readonly dueInDays: number | null;
  readonly dispatch: boolean;
  /** Judges by the same rules and writes nothing, not even a number. */
  readonly dryRun?: boolean;
  readonly by: Actor;
}

/** What came of it, or would come of it. */
export interface RegisteredMatters {
  readonly registered: number;
  readonly dispatched: number;
  readonly skipped: readonly Skipped[];
}

interface Ready {
  readonly matter: ChosenMatter;
  readonly duty: Duty;
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
  async run(command: RegisterMattersCommand): Promise<RegisteredMatters> {
    const { matters, mandateId, dueInDays, dispatch, dryRun = false, by } = command;
    return this.store.transaction(async (tx) => {
      const mandate = await mandateInForce(this.store, tx, mandateId);
      const which = { act: 'matter.register', state: 'received', dryRun } as const;
      const chosen = await chosenMatters(this.store, matters, by, which);
      const { ready, skipped } = await this.judge(chosen.found, mandate);
      const dueAt = dueInDays === null ? null : await countyDueAt(this.store, dueInDays);
      const { opened, skipped: refused } = await this.openTasks.run({
        tasks: ready.map((one) => taskOf(one, dueAt)),
        registeredBy: { door: 'mandate', recordId: mandateId },
        numbers: (count) => this.numbersFor(ready, count),
        dispatch,
        dryRun,
        by,
      });
      const codes = new Map(refused.map(({ index, fault }) => [ready[index]?.matter.id, fault.code]));
      const found = ready.map(({ matter }) => matter);
      if (!dryRun) await this.markRegistered(tx, opened, mandateId, by);
      const registered = ready.length - refused.length;
      return {
        registered,
        dispatched: dispatch ? registered : 0,
        skipped: [...chosen.skipped, ...skipped, ...skippedOf(found, ({ id }) => codes.get(id))],
      };
    });
  }

  /** Which matters may be registered, with their duties; the others with the reason. */
  private async judge(
    found: readonly ChosenMatter[],
    mandate: MandateScope,
  ): Promise<{ ready: Ready[]; skipped: Skipped[] }> {
    const duties = await dutiesFor(
      this.store,
      found.flatMap(({ category }) => category ?? []),
    );
    const dutyOf = ({ category }: ChosenMatter) => (category === null ? undefined : duties.get(category));
    const refusal = (matter: ChosenMatter) =>
      refusalOf(matter, mandate) ?? (dutyOf(matter) ? undefined : 'matter.noDuty');
    const ready = found.flatMap((matter) => {
      const duty = dutyOf(matter);
      return duty && refusal(matter) === undefined ? [{ matter, duty }] : [];
    });
    return { ready, skipped: skippedOf(found, refusal) };
  }

  /** A mandate covers one kind: all of them are of one series. */
  private async numbersFor([first]: readonly Ready[], count: number): Promise<string[]> {
    if (!first) return [];
    const { kind, now } = first.matter;
    return this.numbering.take(registrationSeries(kind), countyYear(now), count);
  }

  private async markRegistered(
    tx: EntityManager,
    opened: readonly OpenedTaskView[],
    mandateId: string,
    by: Actor,
  ): Promise<void> {
    if (opened.length === 0) return;
    const ids = opened.flatMap(({ matterId }) => matterId ?? []);
    await tx.query(
      `update matter m set state = 'registered', number = g.number, mandate_id = $3, registered_at = now(), registered_by = $4, version = version + 1
       from unnest($1::uuid[], $2::text[]) as g(id, number) where m.id = g.id`,
      [ids, opened.map(({ number }) => number), mandateId, by.personId],
    );
    const facts = { door: 'mandate', recordId: mandateId };
    const acts = ids.map((id) => ({
      act: 'matter.register',
      subject: { type: 'matter', id },
      by,
      from: 'received',
      to: 'registered',
      facts,
    }));
    await this.audit.record(tx, ...acts);
    await this.clocks.follow(tx, ids);
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

function taskOf({ matter, duty }: Ready, dueAt: Date | null): NewTask {
  const { id: matterId, kind, category, title, body: demand } = matter;
  return {
    ...emptyTask,
    kind,
    category,
    matterId,
    title,
    demand,
    leadUnitId: duty.leadUnitId,
    assistUnitIds: duty.assistUnitIds,
    dueAt,
  };
}
