import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { nextState } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { DrawRecord } from '../domain/draw/draw-record.js';
import { lookBackLifecycle } from '../domain/look-back/look-back-lifecycle.js';
import type { LookBackView } from '../http/look-back.view.js';
import { inspectionFault } from '../inspection-faults.js';

type LookBackFacts = Omit<LookBackView, 'actions'>;

const counted = (state: string): string => `'${state}', count(*) filter (where c.state = '${state}')`;

const lookBackSql = `
  select l.id, l.version, l.state, l.from_at as "from", l.to_at as "to", l.least_percent as "leastPercent", l.most_percent as "mostPercent",
    jsonb_build_object('id', p.id, 'name', p.name) as "plannedBy", d.commitment, d.committed_at as "committedAt", d.drawn_at as "drawnAt",
    jsonb_array_length(d.record->'terms'->'frame') as claims,
    (select jsonb_build_object(${['assigned', 'effective', 'relapsed', 'replaced'].map(counted).join(', ')})
     from look_back_check c where c.look_back_id = l.id) as counts
  from look_back l join draw d on d.id = l.draw_id join person p on p.id = d.committed_by`;

/** Rounds of look-back, and the records of their draws. */
@Injectable()
export class LookBackList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: PageQuery, by: Actor): Promise<Page<LookBackView>> {
    const limit = pageSize(query);
    const after = decodeCursor(query.cursor, 'id')?.[0] ?? null;
    const rows = await this.store.query<LookBackFacts>(
      `${lookBackSql} where ($1::uuid is null or l.id < $1) order by l.id desc limit $2`,
      [after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `inspection.lookBackNotFound` */
  async one(id: string, by: Actor): Promise<LookBackView> {
    const row = await this.store.queryOne<LookBackFacts>(`${lookBackSql} where l.id = $1`, [id]);
    if (!row) throw inspectionFault('lookBackNotFound');
    return viewOf(row, by);
  }

  /** What `ducha verify-draw` reads. @throws Fault `inspection.lookBackNotFound`, `inspection.notDrawn` */
  async record(id: string): Promise<DrawRecord> {
    const row = await this.store.queryOne<{ record: DrawRecord | null }>(
      'select d.record from look_back l join draw d on d.id = l.draw_id where l.id = $1',
      [id],
    );
    if (!row) throw inspectionFault('lookBackNotFound');
    if (row.record === null) throw inspectionFault('notDrawn');
    return row.record;
  }
}

function viewOf(row: LookBackFacts, by: Actor): LookBackView {
  const may = mayEver('look_back.plan', by);
  const acts = ['draw', 'cancel'] as const;
  return { ...row, actions: acts.filter((on) => may && nextState(lookBackLifecycle, row.state, on) !== undefined) };
}
