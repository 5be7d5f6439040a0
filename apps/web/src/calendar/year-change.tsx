import { useTranslation } from 'react-i18next';
import type { YearPreview } from '../api/types';

/** What a publication would change: the days that become and cease to be working days. */
export function YearChange({ preview: { gained, lost, workingDaysBefore, workingDays } }: { preview: YearPreview }) {
  const { t } = useTranslation();
  const groups = [
    ['calendar.gained', gained],
    ['calendar.lost', lost],
  ] as const;
  return (
    <div role="status">
      <h3>{t('calendar.change')}</h3>
      <p>
        {workingDaysBefore === null
          ? t('calendar.daysFirst', { after: workingDays })
          : t('calendar.daysBefore', { before: workingDaysBefore, after: workingDays })}
      </p>
      {gained.length + lost.length === 0 ? <p>{t('calendar.noChange')}</p> : null}
      {groups.map(([key, days]) =>
        days.length === 0 ? null : (
          <div key={key}>
            <b>{t(key, { count: days.length })}</b>
            <p>{days.join(t('general.comma'))}</p>
          </div>
        ),
      )}
    </div>
  );
}
