import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import { z } from '../api/shape';
import type { CorrectionView, TaskView } from '../api/types';
import { countyTime } from '../shared/county-time';
import { comma } from '../i18n/punctuation';

const labels = {
  title: 'task.field.title',
  demand: 'task.field.demand',
  dueAt: 'task.due',
  category: 'bureau.category',
  targetValue: 'task.field.targetValue',
  targetUnit: 'task.field.targetUnit',
  leadLeaderId: 'task.leadLeader',
  leadUnitId: 'task.lead',
  assistUnitIds: 'task.assist',
} as const;

/** What a correction changed, field by field: the old words struck out, the new ones beside them. */
export function Changes({ correction, task }: { correction: CorrectionView; task: TaskView }) {
  const { t } = useTranslation();
  const shown = useShown(task);
  const [before, after] = [z.record(correction.before), z.record(correction.after)];
  return Object.keys(labels)
    .filter((field): field is keyof typeof labels => field in after)
    .map((field) => (
      <p key={field}>
        {t(labels[field])}
        {t('general.colon')}
        <del>
          <span className="unseen">{t('task.was')}</span>
          {shown(before[field])}
        </del>{' '}
        → <ins>{shown(after[field])}</ins>
      </p>
    ));
}

const instant = /^\d{4}-\d\d-\d\dT/;

/** A value as people read it: times by the county's clock, people and units by name. */
function useShown(task: TaskView): (value: unknown) => string {
  const leaders = useQuery(reference.persons('county_leader')).data?.items ?? [];
  const units = useQuery(reference.units()).data?.items ?? [];
  const names = new Map([
    ...leaders.map((leader) => [leader.id, leader.name] as const),
    ...units.map((unit) => [unit.id, unit.shortName] as const),
    ...(task.leadLeader === null ? [] : [[task.leadLeader.id, task.leadLeader.name] as const]),
  ]);
  const shown = (value: unknown): string => {
    if (Array.isArray(value)) return value.map(shown).join(comma()) || '—';
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string' || value === '') return '—';
    return instant.test(value) ? countyTime(value) : (names.get(value) ?? value);
  };
  return shown;
}
