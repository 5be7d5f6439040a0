import type { TFunction } from 'i18next';

/** Terms that are offered; others may be typed. */
export const offeredTerms = ['5wd', '7wd', '10wd', '15wd', '15d', '30d', '60d', '90d', '3m', '6m'];

const units = { wd: 'workingDays', d: 'days', m: 'months' } as const;

/** `5wd` in words. */
export function termInWords(term: string, t: TFunction): string {
  const [, n = '', unit = ''] = /^(\d+)(wd|d|m)$/.exec(term) ?? [];
  return unit === 'wd' || unit === 'd' || unit === 'm' ? t(`figures.${units[unit]}`, { n }) : term;
}
