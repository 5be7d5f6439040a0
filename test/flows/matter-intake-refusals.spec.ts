import { type Json, World } from '#test-kit';
import { aMessage } from './stories/matter-story.js';

jest.setTimeout(60_000);
let s: World;
beforeAll(async () => {
  s = await World.open();
});
afterAll(() => s.close());

describe('entering a matter with something wrong', () => {
  it.each([
    ['kind', aMessage({ kind: 'rumour' })],
    ['kind', aMessage({ kind: 'inspection_finding' })],
    ['declaredUnclassified', aMessage({ declaredUnclassified: undefined })],
    ['declaredUnclassified', aMessage({ declaredUnclassified: false })],
    ['fields', aMessage({ fields: 'x' })],
    ['restriction', aMessage({ restriction: 'x' })],
    ['sourceOfficerIds', aMessage({ sourceOfficerIds: ['x'] })],
    ['title', aMessage({ title: ' \n ' })],
    ['title', aMessage({ title: 'x'.repeat(201) })],
    ['body', aMessage({ body: 'x'.repeat(20_001) })],
    ['body', aMessage({ body: undefined })],
    ['category', aMessage({ category: 'x'.repeat(201) })],
    ['categories', aMessage({ categories: Array.from({ length: 11 }, () => 'x') })],
    ['signatories', aMessage({ signatories: [] })],
    ['signatories', aMessage({ signatories: undefined })],
    ['signatories[0].name', aMessage({ signatories: [{ name: '' }] })],
    ['signatories[0].contact', aMessage({ signatories: [{ name: '甲', contact: 'x'.repeat(101) }] })],
    ['occurredAt', aMessage({ occurredAt: '2026-02-30T00:00:00Z' })],
    ['occurredAt', aMessage({ occurredAt: '昨天' })],
    ['principalId', { kind: 'instruction', title: '甲', body: '乙' }],
    ['principalId', { kind: 'instruction', title: '甲', body: '乙', principalId: 'x' }],
    ['meeting', { kind: 'meeting_decision', title: '甲', body: '乙' }],
    ['evidenceIds', aMessage({ evidenceIds: ['x'] })],
    ['surprise', aMessage({ surprise: true })],
    [
      'handlingProposal.wording',
      aMessage({ handlingProposal: { wording: '', forPersonId: '01920000-0000-7000-8000-000000000000' } }),
    ],
  ])('refuses 400 naming %s (case %#)', async (path, body) => {
    const answer = await s.as('officer').post('/matters', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors.map((error: Json) => error.path)).toContain(path);
  });

  it.each([
    ['matter.dateInFuture', 'occurredAt', () => aMessage({ occurredAt: '2199-01-01T00:00:00Z' })],
    [
      'matter.notAPrincipal',
      'principalId',
      () => ({
        declaredUnclassified: true,
        kind: 'instruction',
        title: '甲',
        body: '乙',
        principalId: s.county.person.officer,
      }),
    ],
    [
      'matter.notAPrincipal',
      'handlingProposal.forPersonId',
      () => aMessage({ handlingProposal: { wording: '甲', forPersonId: s.county.person.officer } }),
    ],
    [
      'matter.unknownUnit',
      'handlingProposal.leadUnitId',
      () =>
        aMessage({
          handlingProposal: {
            wording: '甲',
            forPersonId: s.county.person.magistrate,
            leadUnitId: s.county.person.officer,
          },
        }),
    ],
    [
      'matter.repeatedUnit',
      'handlingProposal.assistUnitIds[0]',
      () =>
        aMessage({
          handlingProposal: {
            wording: '甲',
            forPersonId: s.county.person.magistrate,
            leadUnitId: s.county.unit.water,
            assistUnitIds: [s.county.unit.water],
          },
        }),
    ],
    [
      'matter.dueInPast',
      'handlingProposal.dueAt',
      () =>
        aMessage({
          handlingProposal: { wording: '甲', forPersonId: s.county.person.magistrate, dueAt: '2020-01-01T00:00:00Z' },
        }),
    ],
    ['evidence.notYours', 'evidenceIds', () => aMessage({ evidenceIds: [s.county.person.officer] })],
  ])('refuses %s naming %s, and nothing is entered', async (code, path, body) => {
    const before = await s.as('officer').sees('/matters/count');
    const answer = await s.as('officer').post('/matters', body());
    expect(answer.body).toMatchObject({ status: 422, code });
    expect(answer.body.errors[0].path).toBe(path);
    expect(await s.as('officer').sees('/matters/count')).toEqual(before);
  });
});
