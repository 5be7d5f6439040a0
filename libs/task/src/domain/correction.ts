import type { ReportEvery } from './routine-report.js';

/** What a correction may change; absent fields stay. */
export interface Correction {
  readonly title?: string;
  readonly demand?: string;
  readonly category?: string | null;
  readonly dueAt?: Date | null;
  readonly leadUnitId?: string | null;
  readonly assistUnitIds?: string[];
  readonly leadLeaderId?: string | null;
  readonly targetValue?: number | null;
  readonly targetUnit?: string | null;
  readonly reportEvery?: ReportEvery | null;
  readonly reportWhy?: string | null;
  readonly importance?: 'ordinary' | 'urgent' | 'important';
}

/** A field's value as it is compared and kept. */
export type CorrectedValue = string | number | Date | readonly string[] | null;

/** The fields that would really change, as they are and as they will be. */
export function changedFields(
  now: Readonly<Record<keyof Correction, CorrectedValue>>,
  wanted: Correction,
): { before: Partial<Record<keyof Correction, CorrectedValue>>; after: Correction } {
  const before: Partial<Record<keyof Correction, CorrectedValue>> = {};
  const after: Record<string, unknown> = {};
  for (const field of correctableFields) {
    const value = wanted[field];
    if (value === undefined || same(value, now[field])) continue;
    before[field] = now[field];
    after[field] = value;
  }
  return { before, after };
}

const correctableFields: readonly (keyof Correction)[] = [
  'title',
  'demand',
  'category',
  'dueAt',
  'leadUnitId',
  'assistUnitIds',
  'leadLeaderId',
  'targetValue',
  'targetUnit',
  'reportEvery',
  'reportWhy',
  'importance',
];

const same = (a: CorrectedValue, b: CorrectedValue): boolean => JSON.stringify(a) === JSON.stringify(b);
