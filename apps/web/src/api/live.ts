import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { markOld } from './freshness';
import { z } from './shape';

/** State of the live connection: what is on the screen is current only while `open`. */
export type LiveState = 'connecting' | 'open' | 'lost';

/** Which lists an event of a subject type makes old. */
const listsOf: Record<string, string[]> = {
  task: ['tasks', 'assignments', 'decided', 'load', 'tray', 'notices', 'needs', 'clocks'],
  assignment: ['extensions', 'disputes', 'assignments', 'errands', 'tasks', 'decided', 'load', 'notices', 'clocks'],
  matter: ['matters', 'tray', 'decided'],
  handling_proposal: ['tray', 'matters', 'decided'],
  instruction: ['tray', 'decided'],
  mandate: ['mandates', 'tray'],
  import: ['imports', 'matters'],
  ledger_view: ['ledger-views'],
  export_request: ['exports'],
  duty: ['duties', 'duty'],
  duty_proposal: ['duty-proposals', 'duties'],
  need: ['needs', 'notices'],
  standard: ['standards'],
  inspection: ['inspections', 'visits', 'notices', 'patrol'],
  visit: ['visits', 'checklists', 'inspections', 'findings', 'patrol'],
  finding: ['findings', 'checklists'],
  common_problem: ['findings'],
  conclusion: ['conclusions', 'findings', 'tray'],
  review: ['reviews', 'conclusions', 'tray'],
  outcome_proposal: ['outcomes', 'tray'],
  look_back: ['look-backs', 'look-back-checks'],
  look_back_check: ['look-backs', 'look-back-checks', 'look-back-figures'],
  notice: ['notices'],
  slip: ['slips', 'objections', 'late-cases', 'lights', 'clocks', 'notices'],
  objection: ['objections', 'slips', 'late-cases', 'lights', 'notices'],
};
const recordKinds = ['task', 'timeline', 'rehearsal', 'matter', 'import', 'slip'];
const gatherMs = 300;
/** A browser gives up on a stream that was refused; we ask again. */
const reopenMs = 5000;

/** Gathers events for a moment, then marks what they touch as old: a bulk act of thousands refreshes once. */
function gatherer(queries: QueryClient) {
  const roots = new Set<string>();
  const ids = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    for (const root of roots) void markOld(queries, [root]);
    for (const id of ids) for (const kind of recordKinds) void queries.invalidateQueries({ queryKey: [kind, id] });
    roots.clear();
    ids.clear();
  };
  return {
    take: (subjectType: string, touched: string[]) => {
      for (const list of listsOf[subjectType] ?? []) roots.add(list);
      for (const id of touched) if (id !== '') ids.add(id);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function parsed(data: string): Record<string, unknown> {
  try {
    return z.record(JSON.parse(data));
  } catch {
    return {};
  }
}

function listen(queries: QueryClient, setState: (state: LiveState) => void): () => void {
  const gather = gatherer(queries);
  let source: EventSource;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasLost = false;
  const open = () => {
    source = new EventSource('/api/v1/events', { withCredentials: true });
    source.onmessage = (event: MessageEvent<string>) => {
      const facts = parsed(event.data);
      gather.take(z.text(facts.subjectType), [z.text(facts.subjectId), z.text(facts.aboutId)]);
    };
    source.addEventListener('import.progress', (event: MessageEvent<string>) => {
      const { id, rowsDone } = parsed(event.data);
      if (typeof rowsDone === 'number') queries.setQueryData(['import-progress', z.text(id)], rowsDone);
    });
    source.addEventListener('reset', () => void queries.invalidateQueries());
    source.onopen = () => {
      setState('open');
      if (wasLost) void queries.invalidateQueries();
      wasLost = false;
    };
    source.onerror = () => {
      wasLost = true;
      setState('lost');
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
    };
  };
  open();
  return () => {
    clearTimeout(timer);
    gather.stop();
    source.close();
  };
}

/** Keeps one event stream open while mounted and marks what it reports as old. After a gap everything shown is read again. */
export function useLive(): LiveState {
  const queries = useQueryClient();
  const [state, setState] = useState<LiveState>('connecting');
  useEffect(() => listen(queries, setState), [queries]);
  return state;
}
