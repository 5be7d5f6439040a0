import { type Json, type PersonKey, World } from '#test-kit';
import { FindingStory } from './stories/finding-story.js';

jest.setTimeout(90_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
});
afterAll(() => world.close());

/** What of an inspection waits for somebody's word: kind, id and version. */
const tray = async (by: PersonKey): Promise<unknown[]> => {
  const { items } = await world.as(by).sees('/tray');
  const kinds = ['conclusion', 'review', 'praise_proposal', 'criticism_proposal', 'accountability_proposal'];
  return items.flatMap(({ kind, id }: Json) => (kinds.includes(kind) ? [[kind, id]] : []));
};

describe('what of an inspection waits for a principal', () => {
  let conclusion: string;
  let review: Json;

  it('a conclusion, once the object has spoken and its points are decided', async () => {
    const { id: findingId } = await s.confirmed();
    conclusion = (await s.drafts(s.unit('town'), { findingIds: [findingId] })).body.id;
    await s.does('officer2', 'conclusions', conclusion, 'fact-check');
    expect(await tray('magistrate')).toEqual([]);
    const points = [{ findingId, words: '已清理' }];
    await s.does('townLiaison', 'conclusions', conclusion, 'statement', { points });
    expect(await tray('magistrate')).toEqual([]);
    const decided = { outcome: 'stands', reason: '照片为证' };
    await s.does('officer2', 'conclusions', conclusion, `points/${findingId}/decide`, decided);
    expect([await tray('magistrate'), await tray('secretary')]).toEqual([
      [['conclusion', conclusion]],
      [['conclusion', conclusion]],
    ]);
    await s.does('magistrate', 'conclusions', conclusion, 'issue');
    expect(await tray('magistrate')).toEqual([]);
  });

  it('a review to admit, but not for who signed: that person neither admits nor refuses', async () => {
    await s.does('townLiaison', 'conclusions', conclusion, 'receive');
    review = await s.does('townHead', 'conclusions', conclusion, 'reviews', { grounds: '数据有误' });
    expect([await tray('magistrate'), await tray('secretary')]).toEqual([[], [['review', review.id]]]);
    const offered = async (by: PersonKey): Promise<string[]> =>
      (await world.as(by).sees(`/reviews/${review.id}`)).actions;
    expect([await offered('magistrate'), await offered('bureauHead'), await offered('secretary')]).toEqual([
      [],
      [],
      ['admit', 'refuse'],
    ]);
    for (const by of ['magistrate', 'bureauHead'] as const)
      expect(await s.refused(by, 'reviews', review.id, 'refuse', { reason: '不成立' })).toEqual([
        403,
        'conclusion.tookPart',
      ]);
  });

  it('a review to decide once it is proposed', async () => {
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId: world.county.person.reviewer });
    expect(await tray('secretary')).toEqual([]);
    await s.does('reviewer', 'reviews', review.id, 'propose', { verdict: 'uphold', words: '事实清楚' });
    expect(await tray('secretary')).toEqual([['review', review.id]]);
    await s.does('secretary', 'reviews', review.id, 'decide', { verdict: 'uphold', words: '维持' });
    expect(await tray('secretary')).toEqual([]);
  });

  it('a proposal of praise or blame, until it is decided; nobody else has any of it in a tray', async () => {
    const proposal = { unitId: s.unit('town'), conclusionId: conclusion, kind: 'praise', words: '整改迅速' };
    const { id } = await world.as('officer2').does(`/inspections/${s.id}/outcome-proposals`, proposal);
    expect([await tray('magistrate'), await tray('viceMagistrate'), await tray('clerkOfSecretary')]).toEqual([
      [['praise_proposal', id]],
      [],
      [],
    ]);
    await world
      .as('magistrate')
      .does(`/outcome-proposals/${id}/decide`, { decision: 'approve', words: '同意' }, { ifMatch: 1 });
    expect(await tray('magistrate')).toEqual([]);
  });
});
