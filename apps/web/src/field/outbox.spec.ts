import { Problem } from '../api/problem';
import type { Checklist, Visit } from '../api/types';
import type { FieldDeed, FieldItem } from './field-item';
import { MemoryStore } from './field-store';
import { Outbox, type Send, type Taken } from './outbox';
import { fateOf, nextOf, waitBefore } from './outbox-rules';
import { checklistWith, visitWith } from './pending';

const at = '2026-03-01T08:00:00.000Z';
const visitId = 'v';
const seen = { words: '垃圾', severity: 'ordinary' as const, encounter: 'found' as const };
const finding = (photos: FieldItem['id'][] = []): FieldDeed => ({
  ...{ kind: 'finding', clause: 'waste', text: '无垃圾', seen },
  photos: photos.map((id) => ({ id, name: `${id}.png`, type: 'image/png', capturedAt: at })),
});
const answer = (found: boolean | number): FieldDeed => ({ kind: 'answer', clause: 'waste', text: '无垃圾', found });
const taken = (id: string): Taken => ({
  ...{ id, name: `${id}.png`, type: 'image/png', capturedAt: at },
  bytes: new Uint8Array([1, 2, 3]).buffer,
});
const item = (of: Partial<FieldItem>): FieldItem => ({
  ...{ id: 'i', place: 1, visitId, where: '代庄村', capturedAt: at, refusal: null },
  deed: { kind: 'arrive' },
  ...of,
});
const no = { status: 409, code: 'finding.notArrived', words: '尚未到达', errors: [] };

/** A server as far as a device sees it: does a thing once by its id, and answers as it is told to. */
class FarServer {
  readonly done: FieldItem[] = [];
  readonly photos: number[] = [];
  answers: (Problem | 'lost after it was done')[] = [];
  /** Said to everything as long as it stands: a device may try more often than a test calls it to. */
  always: Problem | undefined;

  readonly send: Send = async (sent, bytesOf) => {
    const answered = this.always ?? this.answers.shift();
    if (answered instanceof Problem) throw answered;
    if (sent.deed.kind === 'finding')
      for (const { id } of sent.deed.photos) this.photos.push((await bytesOf(id)).byteLength);
    if (!this.done.some(({ id }) => id === sent.id)) this.done.push(sent);
    if (answered !== undefined) throw new Problem(0, 'web.unreachable', '');
  };
}

const unreachable = () => new Problem(0, 'web.unreachable', '');
const aDevice = (server: FarServer, store = new MemoryStore()) => {
  const outbox = new Outbox(store, server.send, () => undefined);
  const add = (deed: FieldDeed, photos: Taken[] = []) =>
    outbox.add({ visitId, where: '代庄村', capturedAt: at, deed }, photos);
  return { store, outbox, add };
};

describe('what an answer means', () => {
  it.each([
    [0, 'web.unreachable', 'later'],
    [502, 'http.502', 'later'],
    [429, 'http.tooMany', 'later'],
    [412, 'http.preconditionFailed', 'later'],
    [409, 'http.requestRunning', 'later'],
    [403, 'access.proofNeeded', 'later'],
    [401, 'access.signedOut', 'sign_in'],
    [409, 'finding.notArrived', 'refused'],
    [415, 'evidence.typeRefused', 'refused'],
    [403, 'finding.steppedBack', 'refused'],
    [410, 'web.photoLost', 'refused'],
  ] as const)('%i %s: %s', (status, code, fate) => expect(fateOf(new Problem(status, code, ''))).toBe(fate));

  it('waits with what no server said', () => expect(fateOf(new TypeError('a fault of ours'))).toBe('later'));

  it('waits longer every time, and no longer than two minutes', () => {
    expect([1, 2, 3, 7, 99].map(waitBefore)).toEqual([2_000, 4_000, 8_000, 120_000, 120_000]);
  });
});

describe('what goes next', () => {
  it('is the first that nobody refused', () => {
    const items = [item({ id: 'b', place: 2 }), item({ id: 'a', place: 1, refusal: no, deed: answer(true) })];
    expect(nextOf(items)?.id).toBe('b');
    expect(nextOf([])).toBeUndefined();
  });

  it('is nothing of a visit whose arrival was refused, but of others', () => {
    const refused = item({ id: 'a', refusal: no });
    const behind = item({ id: 'b', place: 2, deed: finding() });
    expect(nextOf([refused, behind])).toBeUndefined();
    expect(nextOf([refused, behind, item({ id: 'c', place: 3, visitId: 'w' })])?.id).toBe('c');
  });
});

describe('an outbox', () => {
  it('keeps what has no way, in order, and sends each once when there is one', async () => {
    const server = new FarServer();
    const { outbox, add, store } = aDevice(server);
    server.always = unreachable();
    await add({ kind: 'arrive' });
    await outbox.flush();
    expect(outbox.look().way).toBe('lost');
    await add(answer(false));
    await add(finding(['p']), [taken('p')]);
    await outbox.flush();
    expect(outbox.look().items.map(({ deed }) => deed.kind)).toEqual(['arrive', 'answer', 'finding']);
    server.always = undefined;
    await outbox.flush();
    outbox.close();
    expect(server.done.map(({ deed }) => deed.kind)).toEqual(['arrive', 'answer', 'finding']);
    expect([server.photos, outbox.look().items, await store.names()]).toEqual([[3], [], []]);
  });

  it('does it once where the answer was lost', async () => {
    const server = new FarServer();
    const { outbox, add } = aDevice(server);
    server.answers = ['lost after it was done', 'lost after it was done'];
    await add(finding());
    await outbox.flush();
    await outbox.flush();
    await outbox.flush();
    outbox.close();
    expect([server.done.length, outbox.look().items.length]).toEqual([1, 0]);
  });

  it('is read again by the next page, photos and all', async () => {
    const server = new FarServer();
    const first = aDevice(server);
    server.always = unreachable();
    await first.add(finding(['p']), [taken('p')]);
    await first.outbox.flush();
    first.outbox.close();
    const second = aDevice(server, first.store);
    await second.outbox.load();
    expect(second.outbox.look().items).toHaveLength(1);
    server.always = undefined;
    await second.outbox.flush();
    expect([server.done.length, server.photos]).toEqual([1, [3]]);
  });

  it('keeps what was refused with its reason until a person mends or discards it, and sends the rest', async () => {
    const server = new FarServer();
    const { outbox, add, store } = aDevice(server);
    server.answers = [new Problem(415, 'evidence.typeRefused', '类型不符')];
    await add(finding(['p', 'q']), [taken('p'), taken('q')]);
    await add(answer(true));
    await outbox.flush();
    const [refused] = outbox.look().items;
    expect(refused?.refusal).toEqual({ status: 415, code: 'evidence.typeRefused', words: '类型不符', errors: [] });
    expect(server.done.map(({ deed }) => deed.kind)).toEqual(['answer']);
    server.always = unreachable();
    await outbox.mend(refused?.id ?? '', finding(['q']));
    await outbox.flush();
    const [mended] = outbox.look().items;
    expect([mended?.id === refused?.id, mended?.capturedAt, await store.bytes('photo/p')]).toEqual([
      false,
      at,
      undefined,
    ]);
    server.always = undefined;
    await outbox.flush();
    outbox.close();
    expect([server.done.length, server.photos, await store.names()]).toEqual([2, [3], []]);
  });

  it('gives up only what was refused', async () => {
    const server = new FarServer();
    const { outbox, add, store } = aDevice(server);
    server.always = unreachable();
    await add(finding(['p']), [taken('p')]);
    await outbox.flush();
    const [waiting] = outbox.look().items;
    await outbox.discard(waiting?.id ?? '');
    expect(outbox.look().items).toHaveLength(1);
    server.always = new Problem(403, 'finding.steppedBack', '');
    await outbox.flush();
    await outbox.discard(waiting?.id ?? '');
    outbox.close();
    expect([outbox.look().items, await store.names()]).toEqual([[], []]);
  });

  it('stops and says so when nobody is signed in', async () => {
    const server = new FarServer();
    const { outbox, add } = aDevice(server);
    server.always = new Problem(401, 'access.signedOut', '');
    await add({ kind: 'arrive' });
    await outbox.flush();
    expect([outbox.look().way, outbox.look().items.length, server.done.length]).toEqual(['sign_in', 1, 0]);
  });
});

describe('what the screen shows of what waits', () => {
  const clause = { key: 'waste', text: '无垃圾', rule: 'yes_no', limit: null, found: null, met: null, findings: 1 };
  const counted = { ...clause, key: 'visits', rule: 'at_least', limit: 2, findings: 0 };
  const checklist = { visitId, state: 'assigned', writable: false, answered: 0, clauses: [clause, counted] };
  // boundary: of a checklist only these fields matter here
  const told = checklist as unknown as Checklist;

  it('lays answers and findings over what the server told', () => {
    const shown = checklistWith(told, [
      item({ deed: { kind: 'arrive' } }),
      item({ id: 'j', place: 2, deed: answer(false) }),
      item({ id: 'k', place: 3, deed: finding() }),
      item({ id: 'l', place: 4, deed: { kind: 'answer', clause: 'visits', text: '', found: 3 } }),
      item({ id: 'm', place: 5, visitId: 'other', deed: answer(true) }),
    ]);
    expect(shown).toMatchObject({ state: 'arrived', writable: true, answered: 2, unsent: 4 });
    expect(shown.clauses).toMatchObject([
      { met: false, findings: 2, unsent: true },
      { found: 3, met: true, unsent: true },
    ]);
  });

  it('shows nothing of what was refused as if it held, but counts it', () => {
    const shown = checklistWith(told, [item({ refusal: no }), item({ id: 'j', deed: answer(true), refusal: no })]);
    expect(shown).toMatchObject({ state: 'assigned', writable: false, answered: 0, unsent: 2 });
  });

  it('offers what can be done next at a visit', () => {
    const visit = { id: visitId, state: 'assigned', discoveredAt: null, actions: ['arrive', 'pass_on'] };
    const actions = (...deeds: FieldDeed[]) => {
      const waiting = deeds.map((deed, n) => item({ id: `i${n}`, place: n, deed }));
      // boundary: of a visit only these fields matter here
      const { state, actions: left } = visitWith(visit as unknown as Visit, waiting);
      return [state, left];
    };
    expect(actions()).toEqual(['assigned', ['arrive', 'pass_on']]);
    expect(actions({ kind: 'arrive' })).toEqual(['arrived', ['end', 'discovered']]);
    expect(actions({ kind: 'arrive' }, { kind: 'discovered' })).toEqual(['arrived', ['end']]);
    expect(actions({ kind: 'arrive' }, { kind: 'end', outcome: 'absent' })).toEqual(['absent', []]);
  });
});
