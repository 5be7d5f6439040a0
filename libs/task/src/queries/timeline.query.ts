import { Injectable } from '@nestjs/common';
import { type Actor, PersonNames, unitRoles } from '@ducha/access';
import { Acts, type RecordedAct } from '@ducha/audit';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import type { TimelineEntry } from '../http/timeline.view.js';
import { taskFault } from '../task-faults.js';
import { UnitInbox } from './inbox.query.js';
import { TaskBriefs } from './task-briefs.query.js';

/** Every act on a task, newest first; read from the audit record, so that nothing can be missing on it. */
@Injectable()
export class Timeline {
  constructor(
    private readonly acts: Acts,
    private readonly names: PersonNames,
    private readonly inbox: UnitInbox,
    private readonly briefs: TaskBriefs,
  ) {}

  /**
   * A unit sees acts on the task and on its own share (the lead: also on its assists'), not on its neighbours'.
   * @throws Fault `task.notFound` also for ids of other records, whose acts stand in the same audit record
   */
  async page(taskId: string, query: PageQuery, by: Actor): Promise<Page<TimelineEntry>> {
    const before = decodeCursor(query.cursor, 'instant', 'id');
    const limit = pageSize(query);
    if ((await this.briefs.one(taskId, by)) === null) throw taskFault('notFound');
    const acts = await this.acts.timeline(
      taskId,
      before ? { at: String(before[0]), id: String(before[1]) } : null,
      limit + 1,
    );
    const page = pageOf(
      acts,
      limit,
      (act) => act,
      ({ atKey, id }) => [atKey, id],
    );
    const seen = await this.visible(taskId, page.items, by);
    const doers = await this.names.ofDoers(seen);
    return { items: seen.map((act) => entryOf(act, doers.get(act.id) ?? nobody)), next: page.next };
  }

  private async visible(taskId: string, acts: readonly RecordedAct[], by: Actor): Promise<RecordedAct[]> {
    const told = acts.filter((act) => mayKnowWhoDoes(act, by));
    if (!unitRoles.includes(by.role)) return told;
    const own = new Set((await this.inbox.ofTask(taskId, by)).map(({ id }) => id));
    return told.filter(
      ({ subjectType, subjectId }) => subjectType !== 'assignment' || (subjectId !== null && own.has(subjectId)),
    );
  }
}

const insideUnit = /^errand\.|^holding\.pass$/u;

/** Who inside a unit does what is the unit's own business and the bureau's. */
function mayKnowWhoDoes({ act, facts }: RecordedAct, by: Actor): boolean {
  if (!insideUnit.test(act) || (act === 'holding.pass' && facts['kind'] !== 'errand')) return true;
  if (by.role.startsWith('bureau_')) return true;
  const { unitId } = facts;
  return typeof unitId === 'string' && by.unitIds.includes(unitId);
}

type Named = Pick<TimelineEntry, 'person' | 'post' | 'unit' | 'inNameOf'>;
const nobody: Named = { person: null, post: null, unit: null, inNameOf: null };

function entryOf(
  { id, seq, at, act, subjectType, subjectId, from, to, facts, words }: RecordedAct,
  named: Named,
): TimelineEntry {
  return { id, seq, at, act, subjectType, subjectId, from, to, facts, words, ...named };
}
