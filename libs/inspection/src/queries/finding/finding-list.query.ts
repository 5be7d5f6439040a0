import { Injectable } from '@nestjs/common';
import { type Actor, mayEver, scopeSql, SqlParams } from '@ducha/access';
import { type Page, pageOf, pageSize } from '@ducha/http';
import { prepared, Store } from '@ducha/store';
import { eventsFrom } from '@ducha/kernel';
import type { EvidenceView } from '@ducha/evidence';
import { type FindingEvent, findingLifecycle, type FindingState } from '../../domain/finding/finding-lifecycle.js';
import { findingFault } from '../../finding-faults.js';
import type { FindingListQuery } from '../../http/finding/finding.dto.js';
import type { FindingBrief, FindingView } from '../../http/finding/finding.view.js';
import { personsBehind } from '../../usecases/finding/persons-behind.js';
import { findingIdsSql } from './finding-choice.js';
import { findingSql } from './finding-sql.js';

interface FindingFacts extends Omit<FindingBrief, 'actions'> {
  readonly state: FindingState;
  readonly firstConfirmerId: string | null;
  readonly fixedBy: string | null;
}

const paperSql = prepared(`
  select (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fileName', e.file_name, 'mediaType', e.media_type, 'sizeBytes', e.size_bytes,
      'sha256', encode(e.sha256, 'hex'), 'happenedAt', e.happened_at, 'capturedAt', e.captured_at, 'receivedAt', e.received_at) order by l.linked_at, e.id), '[]')
     from evidence_link l join evidence e on e.id = l.evidence_id where l.about_id in (select m.id from finding m where m.id = f.id or m.merged_into = f.id)) as evidence,
    t.number as "taskNumber", t.due_at as "taskDueAt", f.merged_into as "mergedIntoId",
    (select b.conclusion_id from conclusion_finding b join conclusion c on c.id = b.conclusion_id where b.finding_id = f.id and c.state <> 'revoked' limit 1) as "conclusionId",
    (select jsonb_build_object('organ', h.organ, 'toOrgan', h.to_organ, 'reason', h.reason, 'handedAt', h.handed_at, 'receiptNo', h.receipt_no, 'receivedAt', h.received_at)
     from finding_hand_over h where h.finding_id = f.id) as "handOver"
  from finding f left join task t on t.id = f.task_id where f.id = $1`);

/** Findings as far as each may see them. */
@Injectable()
export class FindingList {
  constructor(private readonly store: Store) {}

  /** Newest first. */
  async page(query: FindingListQuery, by: Actor): Promise<Page<FindingBrief>> {
    const limit = pageSize(query);
    const params = new SqlParams();
    const ids = findingIdsSql(query, by, params, limit + 1);
    // which they are is found first, by an index alone; what is shown of them is then looked up for the page
    const rows = await this.store.query<FindingFacts>(
      `${findingSql} where f.id = any(array(${ids})) order by f.id desc`,
      params.values,
    );
    return pageOf(
      rows,
      limit,
      (row) => viewOf(row, by),
      ({ id }) => [id],
    );
  }

  /** @throws Fault `finding.notFound` */
  async one(id: string, by: Actor): Promise<FindingView> {
    const params = new SqlParams();
    const wanted = `f.id = ${params.add(id)}::uuid and ${scopeSql('finding.read', by, 'f', params)}`;
    const row = await this.store.queryOne<FindingFacts>(prepared(`${findingSql} where ${wanted}`), params.values);
    const papers = row && (await this.store.queryOne<Papers>(paperSql, [id]));
    if (!row || !papers) throw findingFault('notFound');
    const seesPlace = mayEver('task.read', by);
    return { ...viewOf(row, by), ...papers, taskNumber: seesPlace ? papers.taskNumber : null };
  }
}

type Papers = Omit<FindingView, keyof FindingBrief> & { readonly evidence: EvidenceView[] };

/** Acts that a row’s state and the persons behind it leave to the reader. */
const acts: readonly {
  readonly on: FindingEvent;
  readonly name: string;
  readonly act: 'finding.confirm' | 'finding.settle' | 'finding.order' | 'finding.hand_over';
}[] = [
  { on: 'confirm', name: 'confirm', act: 'finding.confirm' },
  { on: 'dismiss', name: 'dismiss', act: 'finding.settle' },
  { on: 'merge', name: 'merge', act: 'finding.settle' },
  { on: 'fix_on_spot', name: 'fix', act: 'finding.settle' },
  { on: 'verify', name: 'verify', act: 'finding.settle' },
  { on: 'order', name: 'order', act: 'finding.order' },
  { on: 'hand_over', name: 'hand_over', act: 'finding.hand_over' },
];

/** The inspected unit learns what was found and not who saw it. */
function viewOf(row: FindingFacts, by: Actor): FindingBrief {
  const { state, firstConfirmerId, fixedBy, ...told } = row;
  const me = personsBehind(by);
  const wrote = row.authors.some(({ id }) => me.includes(id));
  const barred: Partial<Record<FindingEvent, boolean>> = {
    confirm: wrote || row.evidenceCount === 0 || me.includes(firstConfirmerId ?? ''),
    verify: wrote || me.includes(fixedBy ?? ''),
  };
  const open = eventsFrom(findingLifecycle, state);
  const actions = acts.filter(({ on, act }) => open.includes(on) && mayEver(act, by) && barred[on] !== true);
  const isObject = by.role.startsWith('unit_');
  return {
    ...told,
    authors: isObject || row.raised === 'cross_check' ? [] : row.authors,
    confirmer: isObject ? null : row.confirmer,
    actions: [
      ...actions.map(({ name }) => name),
      ...(state === 'handed_over' && mayEver('finding.hand_over', by) ? ['receipt'] : []),
    ],
  };
}
