import type { Role } from '../roles.js';

/** Whether a role works with a second factor only. Data, so that guard, sign-in, sessions and tests read the same table. */
const demandOf: Readonly<Record<Role, 'demanded' | 'welcome'>> = {
  principal: 'demanded',
  county_leader: 'welcome',
  leader_office: 'demanded',
  bureau_head: 'demanded',
  bureau_officer: 'demanded',
  bureau_clerk: 'demanded',
  unit_head: 'welcome',
  unit_liaison: 'welcome',
  unit_staff: 'welcome',
  group_leader: 'welcome',
  group_member: 'welcome',
  invited: 'welcome',
  reviewer: 'welcome',
  proponent: 'welcome',
  auditor: 'welcome',
  sysadmin: 'demanded',
  secadmin: 'demanded',
  auditadmin: 'demanded',
};

/** Roles that demand a second factor in every county that does not say otherwise. */
export const strictRoles: readonly Role[] = Object.entries(demandOf)
  .filter(([, demand]) => demand === 'demanded')
  // boundary: Object.entries forgets the type of its keys
  .map(([role]) => role as Role);
