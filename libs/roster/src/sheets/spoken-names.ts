import type { Role } from '@ducha/access';
import type { UnitKind } from '@ducha/org';

/** Kinds of units as sheets say them; the first name is the one that exports write. */
export const kindNames: Record<UnitKind, readonly [string, ...string[]]> = {
  county: ['县', '县本级'],
  party_committee: ['党委'],
  government: ['政府'],
  congress: ['人大常委会', '人大'],
  cppcc: ['政协'],
  party_organ: ['党群部门', '党委部门'],
  office: ['办公室', '办'],
  bureau: ['督查机构', '督查局'],
  department: ['县直部门', '部门', '局'],
  division: ['内设机构', '股室', '科室'],
  town: ['镇'],
  township: ['乡'],
  street: ['街道', '街道办事处'],
  farm: ['农场'],
  institute: ['事业单位'],
  enterprise: ['企业'],
  village: ['村（社区）', '村', '社区', '行政村'],
};

/** Roles as sheets say them; the first name is the one that exports write. */
export const roleNames: Record<Role, readonly [string, ...string[]]> = {
  principal: ['县主要领导'],
  county_leader: ['县领导', '分管县领导'],
  leader_office: ['领导秘书', '秘书'],
  bureau_head: ['督查局局长'],
  bureau_officer: ['督查员'],
  bureau_clerk: ['内勤'],
  unit_head: ['主要负责人', '单位负责人', '负责人'],
  unit_liaison: ['督查联络员', '联络员'],
  unit_staff: ['承办人'],
  group_leader: ['组长', '督查组组长'],
  group_member: ['组员', '督查组组员'],
  invited: ['受邀人员'],
  reviewer: ['复核人员', '复核员'],
  proponent: ['建议人', '提案人'],
  auditor: ['审计监督', '审计员'],
  sysadmin: ['系统管理员'],
  secadmin: ['安全保密管理员'],
  auditadmin: ['安全审计员'],
};

const spoken = (text: string): string => text.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

function meaningOf<T extends string>(names: Record<T, readonly string[]>): (text: string) => T | undefined {
  // boundary: Object.keys forgets the type of its keys
  const known = Object.keys(names) as T[];
  const index = new Map(known.flatMap((one) => [one, ...names[one]].map((name) => [spoken(name), one] as const)));
  return (text) => index.get(spoken(text));
}

/** The kind of unit that a cell names, in Chinese or by its identifier. */
export const kindOf = meaningOf(kindNames);

/** The role that a cell names, in Chinese or by its identifier. */
export const roleOf = meaningOf(roleNames);
