/** Why somebody needs to see personal data that is masked for everybody. */
export const unmaskReasons = [
  'contact_asker',
  'call_back',
  'send_reply',
  'correct_record',
  'assist_authority',
] as const;

/** One of `unmaskReasons`. */
export type UnmaskReason = (typeof unmaskReasons)[number];

/** How many different records one person may be shown on one day of the county, where the county has not said otherwise. */
export const usualUnmaskCap = 20;
