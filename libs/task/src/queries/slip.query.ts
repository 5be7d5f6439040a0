import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { SlipView } from '../http/slip.view.js';
import { TaskPage } from './task-page.query.js';

interface LetterHead {
  county: string | null;
  bureau: string | null;
  now: Date;
}

/** What stands on the assignment slip. */
@Injectable()
export class Slip {
  constructor(
    private readonly store: Store,
    private readonly page: TaskPage,
  ) {}

  /** @throws Fault `task.notFound` */
  async of(taskId: string, by: Actor): Promise<SlipView> {
    const task = await this.page.of(taskId, by);
    const head = await this.store.queryOne<LetterHead>(
      `select (select value ->> 'name' from county_setting where name = 'county') as county,
         (select value ->> 'bureauName' from county_setting where name = 'county') as bureau, now() as now`,
    );
    return {
      taskId,
      county: head?.county ?? '',
      bureau: head?.bureau ?? '督查局',
      number: task.number,
      title: task.title,
      demand: task.demand,
      source: task.source,
      intakeNo: task.matter?.intakeNo ?? null,
      principal: task.principal?.name ?? null,
      leadLeader: task.leadLeader?.name ?? null,
      officer: task.officer?.name ?? null,
      dispatchedAt: task.dispatchedAt,
      dueAt: task.dueAt,
      targetValue: task.targetValue,
      targetUnit: task.targetUnit,
      assignments: task.assignments
        .filter(({ round, state }) => round === task.round && state !== 'recalled' && state !== 'moved')
        .map(({ unit, duty, dueAt, signedBy, signedAt }) => ({
          unit: unit.shortName,
          duty,
          dueAt,
          signedBy: signedBy?.name ?? null,
          signedAt,
        })),
      instructions: task.instructions.filter(({ disownedAt }) => disownedAt === null),
      printedAt: head?.now ?? task.createdAt,
    };
  }
}
