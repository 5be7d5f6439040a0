import type { Texts } from '../texts';

/** English twin of the audit search. */
export const audit: Texts['audit'] = {
  title: 'Audit',
  note: 'One row per act, append-only. Rows hold ids and codes, no text and no personal data.',
  empty: 'No row meets these filters.',
  about: 'Object id',
  act: 'Act code',
  person: 'Person id',
  seq: 'Seq',
  at: 'Time',
  actName: 'Act',
  subject: 'Subject',
  by: 'Person',
  role: 'Role',
  move: 'State',
  facts: 'Facts',
  refused: 'refused',
  unlinked: 'to be linked',
};
