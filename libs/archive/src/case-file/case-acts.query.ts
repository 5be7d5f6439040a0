import { Injectable } from '@nestjs/common';
import { type Actor, PersonNames, unitRoles } from '@ducha/access';
import { Acts, type RecordedAct } from '@ducha/audit';
import { Timeline, type TimelineEntry } from '@ducha/task';
import type { CaseAct } from './case-record.js';

const pageSize = 200;

/** The acts on a matter, its tasks and its papers that a reader may see. */
@Injectable()
export class CaseActs {
  constructor(
    private readonly acts: Acts,
    private readonly names: PersonNames,
    private readonly timeline: Timeline,
  ) {}

  /** In the order of the chain. A unit sees what it sees on the pages of its tasks: not the bureau's acts on the matter. */
  async of(matterId: string, taskIds: readonly string[], paperIds: readonly string[], by: Actor): Promise<CaseAct[]> {
    const found: CaseAct[] = [];
    const direct = unitRoles.includes(by.role) ? [] : [matterId];
    for (const id of [...direct, ...paperIds]) found.push(...(await this.about(id)));
    for (const id of taskIds) found.push(...(await this.onTask(id, by)));
    return found.sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity) || a.rowId.localeCompare(b.rowId));
  }

  private async about(id: string): Promise<CaseAct[]> {
    const acts: RecordedAct[] = [];
    for (let before: { at: string; id: string } | null = null; ;) {
      const page: RecordedAct[] = await this.acts.timeline(id, before, pageSize);
      acts.push(...page);
      const last = page.at(-1);
      if (page.length < pageSize || !last) break;
      before = { at: last.atKey, id: last.id };
    }
    const doers = await this.names.ofDoers(acts);
    return acts.map((act) => caseAct(act, doers.get(act.id) ?? nobody));
  }

  private async onTask(id: string, by: Actor): Promise<CaseAct[]> {
    const entries: TimelineEntry[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await this.timeline.page(id, { limit: pageSize, ...(cursor !== undefined && { cursor }) }, by);
      entries.push(...page.items);
      if (page.next === null) break;
      cursor = page.next;
    }
    return entries.map((entry) => caseAct(entry, entry));
  }
}

type Named = Pick<CaseAct, 'person' | 'post' | 'unit' | 'inNameOf'>;
const nobody: Named = { person: null, post: null, unit: null, inNameOf: null };

function caseAct(act: RecordedAct | TimelineEntry, { person, post, unit, inNameOf }: Named): CaseAct {
  const { id, seq, at, subjectType, subjectId, from, to, facts, words } = act;
  const what = { act: act.act, subjectType, subjectId, from, to, facts, words };
  return {
    seq,
    rowId: id,
    at: at.toISOString(),
    ...what,
    person: person && { id: person.id, name: person.name },
    post,
    unit,
    inNameOf: inNameOf && { id: inNameOf.id, name: inNameOf.name },
  };
}
