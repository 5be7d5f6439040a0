/** What notices are about, in the order in which people look for them. */
export const topics = [
  'call_up',
  'sign',
  'redo',
  'sign_off',
  'verify',
  'decide',
  'instruction',
  'deadline',
  'slip',
  'urging',
  'other',
] as const;
