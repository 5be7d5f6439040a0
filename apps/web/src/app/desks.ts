import type { Role } from '../api/types';

/** Where a role works: decides its home page and its navigation. */
export type Desk = 'leader' | 'unit' | 'bureau' | 'auditor' | 'system' | 'proponent' | 'ground' | 'review' | 'none';

const deskOfRole: Record<Role, Desk> = {
  principal: 'leader',
  county_leader: 'leader',
  leader_office: 'leader',
  bureau_head: 'bureau',
  bureau_officer: 'bureau',
  bureau_clerk: 'bureau',
  unit_head: 'unit',
  unit_liaison: 'unit',
  unit_staff: 'unit',
  group_leader: 'ground',
  group_member: 'ground',
  invited: 'ground',
  reviewer: 'review',
  proponent: 'proponent',
  auditor: 'auditor',
  sysadmin: 'system',
  secadmin: 'system',
  auditadmin: 'auditor',
};

/** The desk of a role; 'none' without one. */
export function deskOf(role: Role | undefined): Desk {
  return role === undefined ? 'none' : deskOfRole[role];
}

/** Where the logo and "/" lead. */
export const homeOf = {
  leader: '/desk',
  unit: '/inbox',
  bureau: '/bureau',
  auditor: '/audit',
  system: '/system',
  proponent: '/own',
  ground: '/visits',
  review: '/reviews',
  none: '/account',
} as const satisfies Record<Desk, string>;
