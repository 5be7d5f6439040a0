import type { Checklist, Visit } from '../api/types';
import type { FieldItem } from './field-item';
import { inOrder } from './outbox-rules';

type Clause = Checklist['clauses'][number];

/** A clause with what this device knows beyond the server. */
export type PendingClause = Clause & {
  /** Something about it waits to be sent. */
  unsent: boolean;
};

/** A checklist with what this device knows beyond the server. */
export type PendingChecklist = Omit<Checklist, 'clauses'> & {
  clauses: PendingClause[];
  /** Things of this visit that wait to be sent. */
  unsent: number;
};

const endOf = { found: 'done', absent: 'absent', refused: 'refused', moved: 'replaced' } as const;

function met({ rule, limit }: Clause, found: boolean | number): boolean {
  if (typeof found === 'boolean') return found;
  return rule === 'at_least' ? found >= (limit ?? 0) : found <= (limit ?? 0);
}

function withAnswer(clause: PendingClause, item: FieldItem): PendingClause {
  const { deed } = item;
  if (!('clause' in deed) || deed.clause !== clause.key) return clause;
  if (deed.kind === 'finding') return { ...clause, findings: clause.findings + 1, unsent: true };
  return { ...clause, found: deed.found, met: met(clause, deed.found), answeredBy: null, unsent: true };
}

/** The checklist as whoever stands at the place left it: what the server has, and over it what waits here. */
export function checklistWith(checklist: Checklist, items: readonly FieldItem[]): PendingChecklist {
  const own = inOrder(items).filter(({ visitId }) => visitId === checklist.visitId);
  const going = own.filter(({ refusal }) => refusal === null);
  const clauses = checklist.clauses.map((clause) => going.reduce(withAnswer, { ...clause, unsent: false }));
  const arrived = checklist.state === 'assigned' && going.some(({ deed }) => deed.kind === 'arrive');
  return {
    ...checklist,
    clauses,
    state: stateWith(checklist.state, own),
    answered: clauses.filter(({ found }) => found !== null).length,
    writable: checklist.writable || arrived,
    unsent: own.length,
  };
}

function stateWith(state: string, items: readonly FieldItem[]): string {
  return items.reduce((now, { deed, refusal }) => {
    if (refusal !== null) return now;
    if (deed.kind === 'arrive' && now === 'assigned') return 'arrived';
    return deed.kind === 'end' && now === 'arrived' ? endOf[deed.outcome] : now;
  }, state);
}

/** A visit as whoever stands there left it: what still can be done follows. */
export function visitWith(visit: Visit, items: readonly FieldItem[]): Visit {
  const own = inOrder(items).filter(({ visitId, refusal }) => visitId === visit.id && refusal === null);
  if (own.length === 0) return visit;
  const known = ['assigned', 'arrived', 'done', 'absent', 'refused', 'replaced'] as const;
  const now = stateWith(visit.state, own);
  const state = known.find((one) => one === now) ?? visit.state;
  const noticed = visit.discoveredAt !== null || own.some(({ deed }) => deed.kind === 'discovered');
  const arrivedHere = visit.state === 'assigned' && state === 'arrived' && visit.actions.includes('arrive');
  const actions = arrivedHere ? ['end', 'discovered'] : visit.actions;
  return {
    ...visit,
    state,
    actions: state === 'arrived' ? actions.filter((act) => act !== 'discovered' || !noticed) : leftOver(visit, state),
  };
}

const leftOver = (visit: Visit, state: Visit['state']): string[] => (state === visit.state ? visit.actions : []);
