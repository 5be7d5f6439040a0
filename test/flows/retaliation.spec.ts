import { type Json, type PersonKey, World } from '#test-kit';
import { refusal } from './stories/finding-story.js';

jest.setTimeout(60_000);
let world: World;
beforeAll(async () => {
  world = await World.open();
});
afterAll(() => world.close());

const words = '反映垃圾问题后被镇里停发绩效';
const list = (by: PersonKey): Promise<Json[]> => world.as(by).sees('/retaliation-reports');
const nobody = '01900000-0000-7000-8000-000000000000';

describe('a report of retaliation', () => {
  let id: string;

  it('is received without a name, in lists, notices and the record of acts', async () => {
    const { person, unit } = world.county;
    const made = await world.as('townLiaison').does('/retaliation-reports', { words, againstUnitId: unit.town });
    expect(made).toMatchObject([{ words, settledAt: null }]);
    await world.settles();
    const [report] = await list('bureauHead');
    id = report?.id;
    expect(report).toMatchObject({ words, against: { id: unit.town }, settledAt: null });
    const [own] = await world.store.query<{ name: string }>('select name from person where id = $1', [
      person.townLiaison,
    ]);
    for (const by of ['bureauHead', 'magistrate'] as const)
      expect(JSON.stringify(await list(by))).not.toContain(own?.name ?? '');
    const acts = await world.store.query<Json>(
      `select person_id, unit_id from audit_row where act = 'retaliation.report'`,
    );
    expect(acts).toEqual([{ person_id: null, unit_id: null }]);
    const told = await world.store.query<{ person_id: string }>(
      `select person_id from notice where kind = 'retaliation.reported'`,
    );
    expect(told.map(({ person_id: one }) => one)).toContain(person.bureauHead);
    expect(told.map(({ person_id: one }) => one)).not.toContain(person.townHead);
  });

  it('is read by few, and never by whom it is about', async () => {
    for (const by of ['townHead', 'officer', 'clerk', 'auditor', 'sysadmin'] as const)
      expect((await world.as(by).get('/retaliation-reports')).status).toBe(403);
    expect(await world.as('townHead').sees('/retaliation-reports/mine')).toEqual([]);
    await world
      .as('waterHead')
      .does('/retaliation-reports', { words: '督查局刁难', againstUnitId: world.county.unit.bureau });
    expect((await list('bureauHead')).map((one) => one.words)).toEqual([words]);
    const [hidden] = await list('magistrate');
    expect(hidden?.words).toBe('督查局刁难');
    const settle = { words: '已调查' };
    const tried = await world
      .as('bureauHead')
      .post(`/retaliation-reports/${hidden?.id}/settle`, settle, { ifMatch: 1 });
    expect(refusal(tried)).toEqual([404, 'finding.retaliationNotFound']);
    const told = await world.store.query<{ person_id: string }>(
      `select person_id from notice where kind = 'retaliation.reported' and dedupe_key like $1`,
      [`%${hidden?.id}%`],
    );
    expect(told.map(({ person_id: one }) => one)).not.toContain(world.county.person.bureauHead);
  });

  it('shows its source to a principal who says why, and keeps that', async () => {
    const reason = { words: '核实并保护' };
    expect((await world.as('bureauHead').post(`/retaliation-reports/${id}/source`, reason)).status).toBe(403);
    expect(refusal(await world.as('magistrate').post(`/retaliation-reports/${id}/source`, {}))).toEqual([
      400,
      'http.invalidRequest',
      'words',
    ]);
    const { body } = await world.as('magistrate').post(`/retaliation-reports/${id}/source`, reason);
    expect(body).toMatchObject({ unit: { id: world.county.unit.town } });
    const kept = await world.store.query<Json>(
      `select person_id, words_digest is not null as said from audit_row where act = 'retaliation.unmask'`,
    );
    expect(kept).toEqual([{ person_id: world.county.person.magistrate, said: true }]);
    await world.clock.advance({ minutes: 16 });
    const stale = await world.as('magistrate').post(`/retaliation-reports/${id}/source`, reason);
    expect([stale.status, stale.body.code]).toEqual([403, 'access.proofNeeded']);
    await world.passes({ minutes: 1 });
  });

  it('is settled once, with what came of it', async () => {
    const settle = (one: string, ifMatch = 1) =>
      world.as('bureauHead').post(`/retaliation-reports/${one}/settle`, { words: '已责令补发' }, { ifMatch });
    expect((await settle(id)).status).toBe(200);
    expect(refusal(await settle(id))[0]).toBe(412);
    expect(refusal(await settle(id, 2))).toEqual([409, 'finding.retaliationSettled']);
    expect(refusal(await settle(nobody))).toEqual([404, 'finding.retaliationNotFound']);
    const wrong = await world.as('townHead').post('/retaliation-reports', { words, againstUnitId: nobody });
    expect(refusal(wrong)).toEqual([422, 'finding.unknownUnit', 'againstUnitId']);
  });
});
