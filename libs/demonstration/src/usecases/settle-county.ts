import { Inject, Injectable } from '@nestjs/common';
import { People } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { FoundUnits } from '@ducha/org';
import type { EntityManager } from 'typeorm';
import { SettledCounty, type SettledPerson, type SettledPost } from '../county/settled-county.js';
import { subtrees, unitsInOrder } from '../county/unit-order.js';
import { caseOfficerRules } from '../data/coverage.js';
import { duties } from '../data/duties.js';
import { people } from '../data/people.js';
import type { DemoPerson, DemoPost } from '../data/types.js';
import { demonstrationCounty, units } from '../data/units.js';

/** Midnight of a county day. */
const dayStart = (day: string): string => `${day}T00:00:00+08:00`;

/** Settles the demonstration county: its units, people, posts, duty register, officers and settings. */
@Injectable()
export class SettleCounty {
  constructor(
    private readonly foundUnits: FoundUnits,
    private readonly people: People,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async run(tx: EntityManager): Promise<SettledCounty> {
    const unitIds = await this.foundUnits.run(tx, unitsInOrder(units), null);
    const idOf = (key: string): string => unitIds.get(key) ?? '';
    const settledPeople = await this.enterPeople(tx, idOf);
    await this.foundUnits.assignDuties(
      tx,
      duties.map((duty) => ({
        category: duty.path.join('/'),
        leadUnitId: idOf(duty.leadUnitKey),
        assistUnitIds: duty.assistUnitKeys.map(idOf),
      })),
      null,
    );
    await assignOfficers(tx, idOf, settledPeople);
    await writeSettings(tx);
    const subtreeIds = new Map([...subtrees(units)].map(([key, keys]) => [key, keys.map(idOf)]));
    return new SettledCounty({ unitIds, subtreeIds, people: settledPeople }, this.ids.next());
  }

  /** Everybody first, then the posts: a secretary's post names the leader. */
  private async enterPeople(tx: EntityManager, unitId: (key: string) => string): Promise<Map<string, SettledPerson>> {
    const entered = new Map<string, { id: string; accountId: string; posts: SettledPost[] }>();
    for (const person of people) {
      const id = await this.people.enter(tx, { name: person.name, phone: person.phone }, null);
      const accountId = await this.people.openAccount(tx, id, person.login, null, null);
      entered.set(person.key, { id, accountId, posts: [] });
    }
    const idOf = (key: string): string => entered.get(key)?.id ?? '';
    for (const person of people)
      entered.get(person.key)?.posts.push(...(await this.givePosts(tx, person, unitId, idOf)));
    return entered;
  }

  private async givePosts(
    tx: EntityManager,
    person: DemoPerson,
    unitId: (key: string) => string,
    personId: (key: string) => string,
  ): Promise<SettledPost[]> {
    const given: SettledPost[] = [];
    for (const post of person.posts) {
      const servesPersonId = post.serves === undefined ? null : personId(post.serves);
      const id = await this.people.givePost(
        tx,
        {
          personId: personId(person.key),
          role: post.role,
          unitId: unitId(post.unitKey),
          title: post.title,
          from: dayStart(post.from),
          to: post.to === undefined ? null : dayStart(post.to),
          servesPersonId,
        },
        null,
      );
      given.push(settledPost(id, post, servesPersonId));
    }
    return given;
  }
}

function settledPost(id: string, { role, unitKey, to }: DemoPost, servesPersonId: string | null): SettledPost {
  return { id, role, unitKey, servesPersonId, ended: to !== undefined };
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
  await tx.query(`insert into county_setting (name, value) values ('county', $1)`, [JSON.stringify(county)]);
}
