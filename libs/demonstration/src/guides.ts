/** Keys of the people whose links are printed at the start: one of each role, those with the most to see. */
export const guides: readonly string[] = [
  'magistrate',
  'leader-urban',
  'secretary-b',
  'bureau.head',
  'bureau-second.officer',
  'bureau-general.clerk',
  'city.head',
  'city.liaison',
  'city.staff',
  'congress-office.proponent',
  'audit.auditor',
  'approval.sysadmin',
  'committee-office.secadmin',
  'discipline.auditadmin',
];
