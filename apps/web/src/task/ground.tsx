import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { countyDay } from '../shared/county-time';

/** What the townships' duty lists said of the item on the day it was sent, and who decided otherwise; nothing for other units. */
export function Ground({ assignmentId }: { assignmentId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(lists.ground(assignmentId));
  if (data?.line == null) return null;
  const { line, decision } = data;
  const said = t('duty.groundLine', { item: line.item, list: t(`duty.lists.${line.list}`) });
  const decided =
    decision === null
      ? line.list === 'withdrawn'
        ? t('duty.groundNone')
        : null
      : t('duty.groundDecided', { name: decision.givenBy.name, day: countyDay(decision.givenAt) });
  return (
    <p className="soft small">
      <b>{t('duty.ground')}</b>
      {t('general.colon')}
      {[said, line.basis, decided].filter((one) => one !== null).join(' · ')}
    </p>
  );
}
