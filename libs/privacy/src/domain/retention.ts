/**
 * Parts of a closed matter that end at different times. `contacts`: how to reach who asked; `numbers`: ids, telephones and
 * cards in texts, which stay as masks; `names`: who asked.
 */
export const retentionParts = ['contacts', 'numbers', 'names'] as const;

/** One of `retentionParts`. */
export type RetentionPart = (typeof retentionParts)[number];

/**
 * Months after closing. `least` is the floor below which a county may not go: an act of an authority may be sued for six
 * months after it is known (行政诉讼法 art. 46), and a complaint about the handling of a petition needs who asked for
 * longer. `usual` holds until the county says otherwise; `most` keeps the storage as short as its purpose (L37).
 */
export const retentionLimits: Readonly<Record<RetentionPart, { least: number; usual: number; most: number }>> = {
  contacts: { least: 12, usual: 24, most: 60 },
  numbers: { least: 12, usual: 36, most: 120 },
  names: { least: 60, usual: 120, most: 360 },
};

/** Months by part. */
export type RetentionMonths = Record<RetentionPart, number>;

/** What stands where a name was. */
export const PURGED_NAME = '（已清除）';
