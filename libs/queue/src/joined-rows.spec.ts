import { declareJob } from './declared-jobs.js';
import { loadOf, loadsOf, type OutboxRow } from './joined-rows.js';
import './jobs.js';

declare module '@ducha/queue' {
  interface Jobs {
    'joined.few': { ids: string[] };
    'joined.never': { id: string };
  }
}

type Few = { readonly ids: readonly string[] };

declareJob('joined.few', { join: (all: readonly Few[]) => ({ ids: all.flatMap(({ ids }) => ids) }) });
declareJob('joined.never');

const few = (n: number): OutboxRow => ({
  id: String(n),
  job: 'joined.few',
  payload: { ids: [`d${n}`] },
  key: `few_${n}`,
});
const never = (n: number): OutboxRow => ({ id: String(n), job: 'joined.never', payload: { id: `d${n}` }, key: null });

describe('rows of the outbox on their way to the queue', () => {
  it('travel together where their job joins payloads, and alone where it does not', () => {
    const loads = loadsOf([few(1), never(2), few(3), never(4)]);
    expect(loads.map(({ job, payload }) => ({ job, payload }))).toEqual([
      { job: 'joined.few', payload: { ids: ['d1', 'd3'] } },
      { job: 'joined.never', payload: { id: 'd2' } },
      { job: 'joined.never', payload: { id: 'd4' } },
    ]);
    expect(loads.map(({ key }) => key)).toEqual([
      expect.stringMatching(/^joined_[0-9a-f]{32}$/),
      'outbox_2',
      'outbox_4',
    ]);
  });

  it('keep their own key when nobody travels with them', () => {
    expect(loadsOf([few(1)])).toEqual([loadOf(few(1))]);
  });

  it('are at most a hundred to a job, and none is left behind', () => {
    const rows = Array.from({ length: 201 }, (_, at) => few(at));
    const loads = loadsOf(rows);
    expect(loads.map((load) => load.rows.length)).toEqual([100, 100, 1]);
    expect(loads.flatMap((load) => load.rows)).toEqual(rows);
  });

  it('have another key when other rows travel together', () => {
    const [first] = loadsOf([few(1), few(2)]);
    const [second] = loadsOf([few(1), few(3)]);
    expect(first?.key).not.toBe(second?.key);
    expect(loadsOf([few(1), few(2)])[0]?.key).toBe(first?.key);
  });
});
