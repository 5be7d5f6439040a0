import { useTranslation } from 'react-i18next';
import type { AssignmentView } from '../api/types';
import { nameOf } from '../i18n/names';

/** When the next routine report is due, or since when it is late; nothing while none is owed. */
export function NextReport({ duty }: { duty: AssignmentView['reportDuty'] }) {
  const { t } = useTranslation();
  if (duty?.nextDay == null) return null;
  const { nextDay: day, overdue } = duty;
  return overdue ? (
    <b className="late">{t('task.routine.late', { day })}</b>
  ) : (
    <span>{t('task.routine.next', { day })}</span>
  );
}

/** What a unit reports by itself: how often, who asked and why, and when the next report is due. */
export function RoutineReport({ duty }: { duty: AssignmentView['reportDuty'] }) {
  const { t } = useTranslation();
  if (duty === null) return null;
  return (
    <p className="small soft">
      <b>{t('task.routine.title')}</b>
      {t('general.colon')}
      {t('task.routine.duty', { every: nameOf('task.routine.every', duty.every), name: duty.askedBy.name })} ·{' '}
      {t('task.routine.why')}
      {t('general.colon')}
      {duty.why}
      {duty.nextDay === null ? null : ' · '}
      <NextReport duty={duty} />
    </p>
  );
}
