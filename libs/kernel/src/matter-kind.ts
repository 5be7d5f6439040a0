/** The kinds of matters that a county receives (DESIGN 1), for whoever needs their names and not their rules. */
export const matterKindCodes = [
  'instruction',
  'field_visit',
  'netizen_message',
  'deputy_suggestion',
  'cppcc_proposal',
  'superior_document',
  'meeting_decision',
  'hotline',
  'petition',
  'work_report',
  'superior_feedback',
  'inspection_finding',
] as const;
