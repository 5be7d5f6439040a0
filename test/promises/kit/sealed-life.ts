import type { PersonKey, World } from '#test-kit';
import { CallUpStory, drawn } from '../../flows/stories/call-up-story.js';
import type { InspectionStory } from '../../flows/stories/inspection-story.js';

/** Words that stand in the sealed plan and nowhere else. */
export const sealedWords = ['雨夜十六村暗访', '查看夜间值守与积水', '负责抽中的村', '县武装部大院'] as const;

/** Called up without being told what for. */
export const calledUp: readonly PersonKey[] = [
  ...(['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead', 'officer2', 'clerk'] as const),
  ...(['invited', 'housingLiaison', 'cityHead', 'cityLiaison', 'waterLiaison', 'reviewer'] as const),
];

/** Who goes along; trained in both worlds. */
export const crew: readonly PersonKey[] = ['groupLeader', 'groupMember', 'waterStaff', 'officer', 'housingHead'];

/** The only two who are named. */
export const named: readonly PersonKey[] = ['bureauHead', 'magistrate'];

/** What a sealed inspection has used before its release. */
export interface SealedLife {
  readonly id: string;
  /** Ids that were made for it. */
  readonly ids: readonly string[];
  /** Ids of registers that stand in its plan: units, villages. */
  readonly meant: readonly string[];
  /** Names of villages, units and people in its plan. */
  readonly names: readonly string[];
}

/** A sealed inspection as it is lived until somebody asks for the release: everything but the release itself. */
export async function liveSealed(world: World): Promise<SealedLife> {
  const story = new CallUpStory(world);
  const { sealed } = story;
  await knowsRegisters(sealed.open);
  const id = await sealed.started(await planOf(story));
  story.id = id;
  await sealed.posts('bureauHead', id, 'open', { passphrase: '不是这个口令 12' });
  await sealed.does('magistrate', id, 'instruct');
  await sealed.does('bureauHead', id, 'commit-draw');
  const { inspection } = await sealed.does('bureauHead', id, 'draw', { contribution: '7 13 22' });
  await sealed.takesShares(id, ...named);
  await sealed.does('bureauHead', id, 'seal');
  await callsUp(story);
  await sealed.does('bureauHead', id, 'ask-release');
  const { county } = world;
  const villages: { siteId: string; name: string }[] = inspection.plan.sites;
  const people = await world.store.query<{ name: string }>('select name from person where id = any($1::uuid[])', [
    crew.map((key) => county.person[key]),
  ]);
  const made = await world.store.query<{ id: string }>(
    `select id from call_up union all select id from call_up_order union all select id from session where issued_for = $1`,
    [id],
  );
  return {
    id,
    ids: [id, ...made.map((one) => one.id)],
    meant: [county.unit.town, county.unit.water, ...villages.map(({ siteId }) => siteId)],
    names: [...villages.map(({ name }) => name), '仪封镇', '县水利局', ...people.map(({ name }) => name)],
  };
}

/** Tells a story the villages and the standard of a county that was planted before it. */
export async function knowsRegisters(open: InspectionStory): Promise<void> {
  const { world } = open;
  const sites = await world.store.query<{ id: string; name: string }>(
    `select id, name from site where kind = 'village' order by id`,
  );
  for (const { id, name } of sites) open.sites.set(name, id);
  const standard = await world.store.queryOne<{ id: string }>(
    `select id from standard where code = 'living-environment'`,
  );
  open.standardId = standard?.id ?? '';
}

/** Two of the township's villages are drawn for the first group; the second goes to the water bureau. */
async function planOf({ sealed: { open } }: CallUpStory): Promise<object> {
  const [name, purpose, charter] = sealedWords;
  const [first, second] = (await open.plan()).groups;
  const days = { fromOn: await open.day(14), toOn: await open.day(15) };
  return { ...days, name, purpose, sites: [], villagesPerUnit: 2, groups: [{ ...first, charter }, second] };
}

async function callsUp(story: CallUpStory): Promise<void> {
  const { world } = story;
  const [, , , place] = sealedWords;
  await story.does('', { ...(await story.order(...calledUp)), place });
  for (const key of calledUp) {
    const own = await story.own(key);
    await world.as(key).does(`/call-ups/${own.id}/acknowledge`);
  }
  await story.does(`/${(await story.line('clerk')).id}/ring`, { words: '已通知，七点到' });
  for (const key of crew) {
    const { id } = await story.line(key);
    await story.does(`/${id}/arrive`);
    await story.does(`/${id}/phone`, { step: 'hand_in', description: '黑色手机', signature: drawn });
    await story.device(key);
  }
  await story.does(`/${(await story.line('reviewer')).id}/withdraw`);
}
