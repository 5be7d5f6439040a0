import { Clocks } from '@ducha/deadline';
import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { ExtensionRoom } from '../domain/extension-rules.js';

interface RunningClock {
  readonly assignmentId: string;
  readonly profile: string | null;
  readonly rule: string | null;
  readonly unitId: string;
  readonly startedAt: Date;
  readonly dueAt: Date;
  readonly granted: number;
  readonly now: Date;
}

/** Room for more time, and on which rule that rests. */
export interface RoomOfClock extends ExtensionRoom {
  readonly profile: string | null;
  readonly rule: string | null;
}

const clocksSql = `
  select c.subject_id as "assignmentId", c.profile, c.rule, c.unit_id as "unitId", c.started_at as "startedAt", c.due_at as "dueAt", now() as now,
    (select count(*)::int from extension e where e.assignment_id = c.subject_id and e.state = 'granted' and e.asked_at >= c.armed_at) as granted
  from clock c where c.subject_id = any($1::uuid[]) and c.kind in ('answer', 'redo') and c.state = 'running'`;

/** How far the running times of assignments may be extended, by the law that each rests on. */
@Injectable()
export class ExtensionRooms {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
  ) {}

  /** By assignment; absent where no time runs. Reads in the caller’s transaction. */
  async of(assignmentIds: readonly string[]): Promise<ReadonlyMap<string, RoomOfClock>> {
    if (assignmentIds.length === 0) return new Map();
    const rows = await this.store.query<RunningClock>(clocksSql, [assignmentIds]);
    if (rows.length === 0) return new Map();
    const rules = await this.clocks.rules();
    return new Map(
      rows.map((row) => {
        const { profile, rule, dueAt, granted, now } = row;
        const { most, until } = rules.extensionLimit(row) ?? { most: null, until: null };
        return [row.assignmentId, { profile, rule, dueAt, granted, now, most, until }];
      }),
    );
  }
}
