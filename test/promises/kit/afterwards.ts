import type { Json, World } from '#test-kit';
import { InspectionStory } from '../../flows/stories/inspection-story.js';
import { knowsRegisters } from './sealed-life.js';
import type { Twins } from './twins.js';

const steps = [
  ['propose', 'officer'],
  ['approve', 'magistrate'],
  ['release', 'bureauHead'],
] as const;

interface Drafted {
  readonly story: InspectionStory;
  readonly id: string;
  /** Its page before anybody proposed it: what it would meet is warned of there. */
  readonly drafted: Json;
}

/** A matter that an officer enters. */
export const matterEntered = (world: World): Promise<Json> =>
  world.as('officer').does('/matters', {
    ...{ kind: 'meeting_decision', title: '清淤', body: '年内完成', meeting: '常务会议' },
    declaredUnclassified: true,
  });

/** Another inspection on the days and at the units of the sealed one, and a matter: by people who know of nothing. Answers what either world shows of them. */
export async function afterwards(twins: Twins): Promise<[Json, Json]> {
  const opened = await twins.both(draftedIn);
  const statuses: number[][] = [];
  for (const [act, by] of steps) {
    statuses.push(await Promise.all(opened.map(async ({ story, id }) => (await story.acts(id, act, by)).status)));
    await twins.rest();
  }
  const matters = await twins.both(matterEntered);
  await twins.rest();
  const told = async (place: 0 | 1): Promise<Json> => {
    const { story, id, drafted } = opened[place];
    const page = await story.reads(id, 'officer');
    return { ...page, drafted, statuses: statuses.map((both) => both[place]), matter: matters[place] };
  };
  return [await told(0), await told(1)];
}

async function draftedIn(world: World): Promise<Drafted> {
  const story = new InspectionStory(world);
  await knowsRegisters(story);
  const days = { fromOn: await story.day(14), toOn: await story.day(15) };
  const id = await story.drafted({ ...days, name: '例行检查' });
  return { story, id, drafted: await story.reads(id, 'officer') };
}
