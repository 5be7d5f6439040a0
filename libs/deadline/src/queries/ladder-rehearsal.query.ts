import { Injectable } from '@nestjs/common';
import { PersonNames } from '@ducha/access';
import { Store } from '@ducha/store';
import type { Ladder } from '../domain/ladders/ladder.js';
import { rehearse, type RehearsedRung } from '../domain/ladders/rehearsal.js';
import { deadlineFault } from '../deadline-faults.js';
import type { LadderRehearsalView } from '../http/ladder.view.js';
import { Clocks } from '../usecases/clocks.js';
import { hearersOf, type TaskPeople } from '../usecases/hearers.js';
import { RungWordsQuery } from './rung-words.query.js';
import { faultsOfLadder } from '../domain/ladders/ladder-rules.js';

/** A task that does not exist, on which a ladder is rehearsed. */
export interface TemplateTask extends Omit<TaskPeople, 'id'> {
  readonly dueAt: Date;
  readonly unitId: string | null;
}

/** Stands for the template among the tasks. */
const TEMPLATE = 'template';

const silentSql = `
  select k.kind from unnest($1::text[]) as k(kind) where not exists (
    select 1 from notice_channel c join notice_way w on w.channel_id = c.id where c.kind = k.kind and c.enabled and w.topic = $2)`;

/** What a ladder, kept or only written down, will say of a template task if nothing is done. */
@Injectable()
export class LadderRehearsal {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
    private readonly words: RungWordsQuery,
    private readonly names: PersonNames,
  ) {}

  /** @throws Fault `deadline.ladderWrong` naming the fields */
  async of(ladder: Ladder, task: TemplateTask): Promise<LadderRehearsalView> {
    const errors = faultsOfLadder(ladder, await this.words.read());
    if (errors.length > 0) throw deadlineFault('ladderWrong', {}, errors);
    const rules = await this.clocks.rulesWith([{ ...ladder, kinds: [], importance: null }]);
    const clock = { taskId: TEMPLATE, unitId: task.unitId };
    const key = { ladder: ladder.clock, sourceKind: '', importance: 'ordinary' as const };
    const lines = rehearse(rules, { ...key, ...task, termUnit: null }, beginning);
    const hearers = await hearersOf(this.store.manager, [{ ...clock, taskId: null }], [{ ...task, id: TEMPLATE }]);
    const heard = lines.map((line) => ({ line, to: hearers.of(clock, line.audience) }));
    const people = await this.names.ofPersons(heard.flatMap(({ to }) => to.personIds));
    const units = await this.unitsOf(heard.flatMap(({ to }) => to.unitIds));
    return {
      rungs: await Promise.all(
        heard.map(async ({ line, to }) => ({
          ...{ rung: line.rung, at: line.at, action: line.action, level: line.level },
          audience: [...line.audience],
          units: to.unitIds.flatMap((id) => units.get(id) ?? []),
          people: to.personIds.flatMap((id) => people.get(id) ?? []),
          vacant: [...to.vacant],
          silentChannels: await this.silent(line),
        })),
      ),
    };
  }

  /** Channels that carry nothing of the rung’s wording today. */
  private async silent({ channels, template }: RehearsedRung): Promise<string[]> {
    if (channels === null || channels.length === 0) return [];
    return (await this.store.query<{ kind: string }>(silentSql, [channels, template])).map(({ kind }) => kind);
  }

  private async unitsOf(ids: readonly string[]): Promise<Map<string, { id: string; name: string }>> {
    const rows = await this.store.query<{ id: string; name: string }>(
      'select id, short_name as name from unit where id = any($1::uuid[])',
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** A template lies ahead of every instant. */
const beginning = new Date(0);
