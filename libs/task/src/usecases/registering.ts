import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { countyYear } from '@ducha/kernel';
import { Numbers } from '@ducha/store';
import type { QueryDeepPartialEntity } from 'typeorm';
import { caseOfficersFor } from '../domain/case-officer.js';
import { NUMBER_PLACE, numberTemplate, TASK_NUMBERS } from '../domain/task-number.js';
import { faultsOfPlan, type ListRule, type TaskPlan } from '../domain/task-plan.js';
import { type OpeningFacts, OpeningFactsQuery } from '../queries/opening-facts.query.js';
import type { TaskRow } from '../rows/task.row.js';
import { refusePlan } from './refuse-plan.js';

/** What a draft gains when it is registered: the number, the day, and the officer who follows it. */
@Injectable()
export class Registering {
  constructor(
    private readonly facts: OpeningFactsQuery,
    private readonly numbers: Numbers,
  ) {}

  /**
   * @param plan the draft with what the act adds to it
   * @returns the row's changes, and what was read for them
   * @throws Fault when the plan is not complete or names what does not exist
   */
  async changesFor(
    plan: TaskPlan,
    by: Actor,
    { mandateId = null, lists = 'bind' }: { readonly mandateId?: string | null; readonly lists?: ListRule } = {},
  ): Promise<{ changes: QueryDeepPartialEntity<TaskRow>; facts: OpeningFacts }> {
    const facts = await this.facts.of([plan], mandateId);
    refusePlan(faultsOfPlan(plan, facts, 'registered', lists));
    const year = countyYear(facts.now);
    const n = await this.numbers.next(TASK_NUMBERS, year);
    const number = numberTemplate(facts.numberPrefix, year).replace(NUMBER_PLACE, String(n));
    return { changes: { number, registeredAt: () => 'now()', ...officersFor(plan, facts, by) }, facts };
  }
}

/** The officers of a task that is registered or sent out now. */
export function officersFor(
  plan: Pick<TaskPlan, 'leadUnitId' | 'caseOfficerId'>,
  facts: OpeningFacts,
  by: Pick<Actor, 'role' | 'personId'>,
) {
  const rule = plan.leadUnitId === null ? undefined : facts.officerRules.get(plan.leadUnitId);
  const ofBureau = by.role === 'bureau_head' || by.role === 'bureau_officer';
  return caseOfficersFor(plan.caseOfficerId, rule, ofBureau ? by.personId : null);
}
