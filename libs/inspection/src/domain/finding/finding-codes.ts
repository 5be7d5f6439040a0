/** How grave it is. */
export const severities = ['minor', 'ordinary', 'serious'] as const;
/** One of `severities`. */
export type Severity = (typeof severities)[number];

/** Classes of conduct: 不作为、慢作为、乱作为、假作为. */
export const conducts = ['inaction', 'delay', 'misuse', 'pretence'] as const;
/** One of `conducts`. */
export type Conduct = (typeof conducts)[number];

/** What came of the thing that was to be done: 未落实、部分落实、质量不达标、虚报. */
export const results = ['undone', 'partly_done', 'poorly_done', 'falsified'] as const;
/** One of `results`. */
export type ResultClass = (typeof results)[number];

/** What was met on the spot: the fact itself, nobody there, entry refused, moved away. */
export const encounters = ['found', 'absent', 'refused', 'moved'] as const;
/** One of `encounters`. */
export type Encounter = (typeof encounters)[number];

/** Organs that clues of offences go to (L17): supervisory for duty crime, judicial for others. */
export const organs = ['supervisory', 'judicial'] as const;
/** One of `organs`. */
export type Organ = (typeof organs)[number];
