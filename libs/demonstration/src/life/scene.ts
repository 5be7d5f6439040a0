import type { Actor } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import type { SettledCounty } from '../county/settled-county.js';
import { verifierKeys } from '../data/coverage.js';
import type { Chance } from './chance.js';
import { hoursAfter } from './office-time.js';
import { type AssignmentNow, type MatterNow, Records, type TaskNow } from './records.js';
import type { UseCases } from './use-cases.js';

/** Where the county's life takes place: the open transaction, the use cases, the people, and the hour it is. */
export class Scene {
  readonly records: Records;
  /** The instant of the story; the transaction's clock stands there too. */
  now: Date;
  /** Ids of the standing mandates by what they let the bureau register. */
  mandates = { messages: '', decisions: '', needs: '' };

  constructor(
    readonly tx: EntityManager,
    readonly does: UseCases,
    readonly county: SettledCounty,
    /** The database's instant at which the load began, and everything in the past ends. */
    readonly present: Date,
  ) {
    this.records = new Records(tx);
    this.now = present;
  }

  /** Some office hours from now, give or take. */
  in(hours: number): Date {
    return hoursAfter(this.now, hours);
  }

  task(id: string): Promise<TaskNow> {
    return this.records.task(id);
  }

  matter(id: string): Promise<MatterNow> {
    return this.records.matter(id);
  }

  /** The assignment that answers for the task now. @throws Error when the task has none */
  async lead(taskId: string): Promise<AssignmentNow> {
    const lead = (await this.records.assignments(taskId)).find(({ duty }) => duty === 'lead');
    if (!lead) throw new Error('the task has no lead');
    return lead;
  }

  /** The officer who follows a task; the head of the bureau where nobody does. */
  officerOf({ caseOfficerId }: Pick<TaskNow, 'caseOfficerId'>): Actor {
    const key = caseOfficerId === null ? 'bureau.head' : this.county.personKeyOf(caseOfficerId);
    return this.county.actor(key, key === 'bureau.head' ? 'bureau_head' : 'bureau_officer');
  }

  /** Somebody of the division that checks; none of them owns tasks. */
  verifier(chance: Chance): Actor {
    return this.county.actor(chance.pick(verifierKeys), 'bureau_officer');
  }

  /** Puts into the units' inboxes whatever was sent out, as the queue would have done within the second. */
  async deliver(): Promise<void> {
    for (const { dispatchId, chunk } of await this.records.queued())
      await this.does.deliverChunk.run(dispatchId, chunk);
  }
}
