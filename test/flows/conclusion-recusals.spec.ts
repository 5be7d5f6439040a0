import { type PersonKey, World } from '#test-kit';
import { FindingStory, refusal } from './stories/finding-story.js';

jest.setTimeout(120_000);
let world: World;
let s: FindingStory;
beforeAll(async () => {
  world = await World.open();
  s = new FindingStory(world);
  await s.begins();
});
afterAll(() => world.close());

const recused = [403, 'inspection.recused'];

/** What comes of an act while somebody must stay away from the town, and that the same act is free before and after. */
const whileRecused = async (who: PersonKey, act: () => Promise<unknown[]>): Promise<unknown[]> => {
  await world.store.query(
    `insert into recusal_declaration (id, person_id, unit_id, ground, declared_by, declared_at) values (gen_random_uuid(), $1, $2, 'kin', $1, now())`,
    [world.county.person[who], s.unit('town')],
  );
  const refused = await act();
  await world.store.query('update recusal_declaration set ended_at = now() where ended_at is null');
  return refused;
};

describe('whoever must stay away from a unit', () => {
  let id: string;
  let findingId: string;

  it('does not edit the draft of its conclusion', async () => {
    ({ id: findingId } = await s.confirmed());
    ({ id } = (await s.drafts(s.unit('town'), { findingIds: [findingId] })).body);
    const edits = async (by: PersonKey) =>
      refusal(
        await world
          .as(by)
          .put(
            `/conclusions/${id}`,
            { words: '改动', findingIds: [findingId] },
            { ifMatch: (await s.page('conclusions', id)).version },
          ),
      );
    expect(await whileRecused('officer2', () => edits('officer2'))).toEqual(recused);
    expect((await s.page('conclusions', id)).words).not.toBe('改动');
    expect(await edits('officer2')).toEqual([200, undefined]);
  });

  it('does not decide a point of its fact check', async () => {
    await s.does('officer2', 'conclusions', id, 'fact-check');
    await s.does('townHead', 'conclusions', id, 'statement', {
      words: '有出入',
      points: [{ findingId, words: '已清' }],
    });
    const decide = { outcome: 'stands', reason: '照片为证' };
    const path = `points/${findingId}/decide`;
    expect(await whileRecused('officer2', () => s.refused('officer2', 'conclusions', id, path, decide))).toEqual(
      recused,
    );
    await s.does('officer2', 'conclusions', id, path, decide);
  });

  it('does not admit a review of it, and proposes nothing as its reviewer', async () => {
    await s.does('magistrate', 'conclusions', id, 'issue');
    await s.does('townLiaison', 'conclusions', id, 'receive');
    const review = await s.does('townHead', 'conclusions', id, 'reviews', { grounds: '数据有误' });
    const reviewerId = world.county.person.reviewer;
    const admits = () => s.refused('secretary', 'reviews', review.id, 'admit', { reviewerId });
    expect(await whileRecused('secretary', admits)).toEqual(recused);
    expect(await whileRecused('reviewer', admits)).toEqual([...recused, 'reviewerId']);
    await s.does('secretary', 'reviews', review.id, 'admit', { reviewerId });
    const opinion = { verdict: 'uphold', words: '事实清楚' };
    expect(
      await whileRecused('reviewer', () => s.refused('reviewer', 'reviews', review.id, 'propose', opinion)),
    ).toEqual(recused);
    expect((await s.page('reviews', review.id)).proposal).toBeNull();
    expect(await s.does('reviewer', 'reviews', review.id, 'propose', opinion)).toMatchObject({ proposal: 'uphold' });
  });
});
