import { Inject, Injectable } from '@nestjs/common';
import { type Newcomer, SettlePeople } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { FoundUnits, type NewDuty } from '@ducha/org';
import type { EntityManager } from 'typeorm';
import { SettledCounty, type SettledPerson } from '../county/settled-county.js';
import { subtrees, unitsInOrder } from '../county/unit-order.js';
import { caseOfficerRules } from '../data/coverage.js';
import { duties } from '../data/duties.js';
import { people } from '../data/people.js';
import type { DemoDuty, DemoPerson, DemoPost } from '../data/types.js';
import { demonstrationCounty, units } from '../data/units.js';

/** Midnight of a county day. */
const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

type Settling = Awaited<ReturnType<SettlePeople['run']>>[number];

/** Settles the demonstration county: its units, people, posts, duty register, officers and settings. */
@Injectable()
export class SettleCounty {
  constructor(
    private readonly foundUnits: FoundUnits,
    private readonly people: SettlePeople,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run(tx: EntityManager): Promise<SettledCounty> {
    const unitIds = await this.foundUnits.run(tx, unitsInOrder(units), null);
    const idOf = (key: string): string => unitIds.get(key) ?? '';
    const settledPeople = await this.settlePeople(tx, idOf);
    await this.foundUnits.assignDuties(
      tx,
      duties.map((duty) => ({
        category: duty.path.join('/'),
        leadUnitId: idOf(duty.leadUnitKey),
        assistUnitIds: duty.assistUnitKeys.map(idOf),
        ...listOf(duty),
      })),
      null,
    );
    await assignOfficers(tx, idOf, settledPeople);
    await writeSettings(tx);
    const subtreeIds = new Map([...subtrees(units)].map(([key, keys]) => [key, keys.map(idOf)]));
    return new SettledCounty({ unitIds, subtreeIds, people: settledPeople }, this.ids.next());
  }

  private async settlePeople(tx: EntityManager, unitId: (key: string) => string): Promise<Map<string, SettledPerson>> {
    const placeOf = new Map(people.map(({ key }, place) => [key, place]));
    const settled = await this.people.run(
      tx,
      people.map(({ name, phone, login, posts }) => ({
        name,
        phone,
        login,
        posts: posts.map((post) => newPost(post, unitId(post.unitKey), placeOf.get(post.serves ?? ''))),
      })),
      null,
    );
    return new Map(people.map((person, place) => [person.key, settledPerson(person, settled[place])]));
  }
}

function newPost(
  { role, title, from, to }: DemoPost,
  unitId: string,
  serves: number | undefined,
): Newcomer['posts'][number] {
  const period = { from: dayStart(from), to: to === undefined ? null : dayStart(to) };
  return { role, unitId, title, ...period, ...(serves !== undefined && { serves }) };
}

function settledPerson({ key, posts }: DemoPerson, given: Settling | undefined): SettledPerson {
  if (!given) throw new Error(`${key} was not settled`);
  const { personId: id, accountId } = given;
  return {
    id,
    accountId,
    posts: posts.map(({ role, unitKey, to }, place) => ({
      id: given.posts[place]?.id ?? '',
      servesPersonId: given.posts[place]?.servesPersonId ?? null,
      role,
      unitKey,
      ended: to !== undefined,
    })),
  };
}

const listNames = { basic: '基本履职', assisting: '配合履职', withdrawn: '上级部门收回' };

/** The townships' lists came into force on one day; what stands on none of them is older. */
function listOf({ list }: DemoDuty): Pick<NewDuty, 'townshipList' | 'basis' | 'from'> {
  if (list === undefined) return { from: dayStart('2024-03-01') };
  const basis = `乡镇（街道）履职事项清单 ${listNames[list.name]}第${list.item}项`;
  return { townshipList: list.name, basis, from: dayStart('2025-06-30') };
}

/** Which officer follows the tasks of which leading unit, and who stands in. */
async function assignOfficers(
  tx: EntityManager,
  unitId: (key: string) => string,
  entered: ReadonlyMap<string, SettledPerson>,
): Promise<void> {
  const rules = caseOfficerRules.flatMap(({ officerKey, coverKey, leadUnitKeys }) =>
    leadUnitKeys.map((key) => ({
      unit: unitId(key),
      officer: entered.get(officerKey)?.id,
      cover: entered.get(coverKey)?.id,
    })),
  );
  await tx.query(
    `insert into case_officer_rule (unit_id, officer_id, cover_id)
     select unit, officer, cover from jsonb_to_recordset($1::jsonb) as r(unit uuid, officer uuid, cover uuid)`,
    [JSON.stringify(rules)],
  );
}

/** `demo` marks the whole installation: links exist only with it, and every page says that everybody is invented. */
async function writeSettings(tx: EntityManager): Promise<void> {
  const county = {
    name: demonstrationCounty.name,
    bureauName: demonstrationCounty.bureauName,
    demo: true,
    taskNumberPrefix: '兰督',
  };
  // nobody in it is real: links alone sign people in, so no second factor is demanded and nobody proves himself anew
  const signIn = { factorRoles: [], proofsAge: false };
  await tx.query(`insert into county_setting (name, value) values ('county', $1), ('sign_in', $2)`, [
    JSON.stringify(county),
    JSON.stringify(signIn),
  ]);
}
