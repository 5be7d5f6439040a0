import { People, type Role } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { SpellNames } from '@ducha/org';
import { Store } from '@ducha/store';
import type { INestApplicationContext } from '@nestjs/common';

/** Units of the test county: key, name, kind, parent. */
const units = [
  ['county', '试验县', 'county', null],
  ['bureau', '试验县督查局', 'bureau', 'county'],
  ['office', '县政府办公室', 'office', 'county'],
  ['water', '县水利局', 'department', 'county'],
  ['housing', '县住房和城乡建设局', 'department', 'county'],
  ['city', '县城市管理局', 'department', 'county'],
  ['town', '仪封镇', 'town', 'county'],
  ['village', '代庄村', 'village', 'town'],
] as const;

/** Keys of the units of the test county. */
export type UnitKey = (typeof units)[number][0];

/** People of the test county: key, name, role, unit, whom they serve. */
const people = [
  ['magistrate', '程远', 'principal', 'county', null],
  ['secretary', '秦书记', 'principal', 'county', null],
  ['viceMagistrate', '方副县长', 'county_leader', 'county', null],
  ['viceMagistrate2', '白副县长', 'county_leader', 'county', null],
  ['clerkOfMagistrate', '文秘书', 'leader_office', 'office', 'magistrate'],
  ['clerkOfSecretary', '祝秘书', 'leader_office', 'office', 'secretary'],
  ['bureauHead', '陆局长', 'bureau_head', 'bureau', null],
  ['officer', '顾督查', 'bureau_officer', 'bureau', null],
  ['officer2', '夏督查', 'bureau_officer', 'bureau', null],
  ['clerk', '苗内勤', 'bureau_clerk', 'bureau', null],
  ['waterHead', '水局长', 'unit_head', 'water', null],
  ['waterLiaison', '水联络', 'unit_liaison', 'water', null],
  ['waterStaff', '水承办', 'unit_staff', 'water', null],
  ['housingHead', '住局长', 'unit_head', 'housing', null],
  ['housingLiaison', '住联络', 'unit_liaison', 'housing', null],
  ['cityHead', '城局长', 'unit_head', 'city', null],
  ['cityLiaison', '城联络', 'unit_liaison', 'city', null],
  ['townHead', '仪镇长', 'unit_head', 'town', null],
  ['townLiaison', '仪联络', 'unit_liaison', 'town', null],
  ['villageSecretary', '代书记', 'unit_head', 'village', null],
  ['groupLeader', '组组长', 'group_leader', 'bureau', null],
  ['groupMember', '组组员', 'group_member', 'bureau', null],
  ['invited', '受邀人', 'invited', 'county', null],
  ['reviewer', '复核员', 'reviewer', 'office', null],
  ['proponent', '提案人', 'proponent', 'county', null],
  ['auditor', '审计员', 'auditor', 'county', null],
  ['sysadmin', '系统员', 'sysadmin', 'county', null],
  ['secadmin', '保密员', 'secadmin', 'county', null],
  ['auditadmin', '安审员', 'auditadmin', 'county', null],
] as const satisfies readonly (readonly [string, string, Role, UnitKey, string | null])[];

/** Keys of the people of the test county. */
export type PersonKey = (typeof people)[number][0];

/** Who is who in a test world. */
export interface County {
  readonly unit: Readonly<Record<UnitKey, string>>;
  readonly person: Readonly<Record<PersonKey, string>>;
  readonly account: Readonly<Record<PersonKey, string>>;
}

/** Fills an empty database with the test county. */
export async function plantCounty(app: INestApplicationContext): Promise<County> {
  const store = app.get(Store, { strict: false });
  const ids = app.get<Ids>(IDS, { strict: false });
  const directory = app.get(People, { strict: false });
  const unit = {} as Record<UnitKey, string>;
  const person = {} as Record<PersonKey, string>;
  const account = {} as Record<PersonKey, string>;
  await store.transaction(async (tx) => {
    const paths = new Map<string, string>();
    for (const [sort, [key, name, kind, parent]] of units.entries()) {
      const id = ids.next();
      const path = `${parent === null ? '/' : (paths.get(parent) ?? '/')}${id}/`;
      unit[key] = id;
      paths.set(key, path);
      await tx.query(
        `insert into unit (id, key, parent_id, path, name, short_name, kind, sort, from_at, version) values ($1, $2, $3, $4, $5, $5, $6, $7, now() - interval '1 year', 1)`,
        [id, key, parent === null ? null : unit[parent], path, name, kind, sort],
      );
    }
    for (const [key, name, role, unitKey, serves] of people) {
      person[key] = await directory.enter(tx, { name }, null);
      account[key] = await directory.openAccount(tx, person[key], key, null, null);
      const post = {
        personId: person[key],
        role,
        unitId: unit[unitKey],
        title: `${name}（${role}）`,
        from: '2020-01-01T00:00:00Z',
      };
      await directory.givePost(tx, { ...post, servesPersonId: serves === null ? null : person[serves] }, null);
    }
  });
  await app.get(SpellNames, { strict: false }).run();
  return { unit, person, account };
}
