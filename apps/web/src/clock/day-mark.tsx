import { useTranslation } from 'react-i18next';
import type { DeadlineDay } from './days-of';

/** Says of a day that it is off, or that it is worked although the week says otherwise. */
export function DayMark({ day: { off, makeUp } }: { day: DeadlineDay }) {
  const { t } = useTranslation();
  if (!off && !makeUp) return null;
  return (
    <span className="day-mark" title={t(off ? 'clock.dayOffLong' : 'clock.makeUpLong')}>
      {t(off ? 'clock.dayOff' : 'clock.makeUp')}
    </span>
  );
}
