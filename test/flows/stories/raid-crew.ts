import { People } from '@ducha/access';
import { randomIds } from '@ducha/kernel';
import type { Json, World } from '#test-kit';

/** Somebody who is called up for the night. */
export interface Raider {
  readonly name: string;
  readonly personId: string;
  readonly accountId: string;
}

/** Villages in the frame of each town, and households in each village. */
const frame = { villages: 10, households: 8 } as const;

const clauses = [
  { key: 'waste', text: '村内无成片暴露垃圾', rule: 'yes_no', points: 10, redLine: false },
  { key: 'team', text: '农户认得驻村工作队', rule: 'yes_no', points: 0, redLine: true },
  { key: 'hall', text: '便民服务大厅有人值守', rule: 'yes_no', points: 10, redLine: false },
];

/** So many people of two departments, with accounts and no duty of inspection yet. */
export async function plantRaiders(world: World, count: number): Promise<Raider[]> {
  const people = world.app.get(People, { strict: false });
  const units = [world.county.unit.housing, world.county.unit.city];
  return world.store.transaction(async (tx) => {
    const raiders: Raider[] = [];
    for (let n = 1; n <= count; n += 1) {
      const name = `夜查${n}号`;
      const personId = await people.enter(tx, { name }, null);
      const accountId = await people.openAccount(tx, personId, `raider${n}`, null, null);
      const [unitId = ''] = [units[n % units.length]];
      const post = { personId, role: 'unit_staff' as const, unitId, title: '干部', from: '2020-01-01T00:00:00Z' };
      await people.givePost(tx, post, null);
      raiders.push({ name, personId, accountId });
    }
    return raiders;
  });
}

/** A second town beside the county's own. @returns its id */
export async function plantTown(world: World, name: string): Promise<string> {
  const id = randomIds.next();
  await world.store.query(
    `insert into unit (id, key, parent_id, path, name, short_name, kind, sort, from_at, version)
     select $1::uuid, 'second_town', id, path || $1::text || '/', $2, $2, 'town', 50, now() - interval '1 year', 1 from unit where id = $3`,
    [id, name, world.county.unit.county],
  );
  return id;
}

/** Villages of a town with their households, each with somebody posted there whom its households should know. */
export async function plantVillages(world: World, town: { id: string; name: string; code: string }): Promise<void> {
  const people = world.app.get(People, { strict: false });
  await world.store.transaction(async (tx) => {
    for (let n = 1; n <= frame.villages; n += 1) {
      const code = `${town.code}${String(n).padStart(2, '0')}`;
      const [village]: { id: string }[] = await tx.query(
        `insert into site (id, kind, code, name, unit_id, from_at, version) values (gen_random_uuid(), 'village', $1, $2, $3, now(), 1) returning id`,
        [code, `${town.name}${n}号村`, town.id],
      );
      await tx.query(
        `insert into site (id, kind, code, name, unit_id, parent_id, from_at, version)
         select gen_random_uuid(), 'household', lpad(n::text, 3, '0'), '张**', $1, $2, now(), 1 from generate_series(1, $3) n`,
        [town.id, village?.id, frame.households],
      );
      const posted = await people.enter(tx, { name: `${town.name.slice(0, 1)}驻村${n}` }, null);
      await tx.query(
        `insert into posting (id, person_id, site_id, team, role, from_on, version) values (gen_random_uuid(), $1, $2, '驻村工作队', 'first_secretary', '2025-03-01', 1)`,
        [posted, village?.id],
      );
    }
  });
}

/** The checklist of the night, drafted by an officer and published by the bureau's head. @returns its id */
export async function publishChecklist(world: World, effectiveFrom: string): Promise<string> {
  const officer = world.as('officer');
  const { id }: Json = await officer.does('/standards', { code: 'night-raid', name: '驻村工作与人居环境检查表' });
  const draft = await officer.put(`/standards/${id}/draft`, { effectiveFrom, passMark: 10, clauses }, { ifMatch: 1 });
  if (draft.status !== 200) throw new Error(draft.text);
  await world.as('bureauHead').does(`/standards/${id}/publish`, {}, { ifMatch: 2 });
  return id;
}
