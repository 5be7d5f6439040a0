/** The roles of DESIGN 4; a post is a role in a unit from a day to a day. */
export const roles = [
  'principal',
  'county_leader',
  'leader_office',
  'bureau_head',
  'bureau_officer',
  'bureau_clerk',
  'unit_head',
  'unit_liaison',
  'unit_staff',
  'group_leader',
  'group_member',
  'invited',
  'reviewer',
  'proponent',
  'auditor',
  'sysadmin',
  'secadmin',
  'auditadmin',
] as const;

/** What a person is while acting in one of their posts. */
export type Role = (typeof roles)[number];

/** Roles whose sight ends at their own unit's sub-tree. */
export const unitRoles: readonly Role[] = ['unit_head', 'unit_liaison', 'unit_staff'];

/** The three administrators: they hold no other post and see no business data. */
export const administratorRoles: readonly Role[] = ['sysadmin', 'secadmin', 'auditadmin'];

/** Whether a stored text names a role. */
export const isRole = (text: string): text is Role => roles.some((role) => role === text);

const privilegedRoles: readonly Role[] = [
  'principal',
  'leader_office',
  'bureau_head',
  'bureau_officer',
  'bureau_clerk',
  ...administratorRoles,
];

/** Whether a post in this role is given and ended by two administrators together. */
export const isPrivileged = (role: Role): boolean => privilegedRoles.includes(role);

/** Whoever leads; another person acts for one of them as the leader's office does. */
export const isLeader = (role: Role): boolean => role === 'principal' || role === 'county_leader';
