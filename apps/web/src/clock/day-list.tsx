import { useTranslation } from 'react-i18next';
import type { OwnClocks } from '../api/types';
import { EmptyBlock } from '../shared/blocks';
import type { DaySpan } from './county-days';
import { DayMark } from './day-mark';
import { type DeadlineDay, daysOf } from './days-of';
import { DeadlineEntry } from './deadline-entry';
import { NextDeadline } from './next-deadline';

interface ListProps {
  own: OwnClocks;
  span: DaySpan;
  view: 'week' | 'month';
  /** Of a month only its own days are listed. */
  month: string;
  today: string;
}

/** Day after day: of a week all seven, of a month those on which something is due. */
export function DayList({ own, span, view, month, today }: ListProps) {
  const { t } = useTranslation();
  const all = daysOf(own, span);
  const days = view === 'week' ? all : all.filter(({ day, clocks }) => day.startsWith(month) && clocks.length > 0);
  if (days.every(({ clocks }) => clocks.length === 0))
    return (
      <>
        <EmptyBlock words={t(view === 'week' ? 'clock.nothingInWeek' : 'clock.nothingInMonth')} />
        {span.to > today ? <NextDeadline from={span.to} /> : null}
      </>
    );
  return (
    <ol className="plain-list day-list">
      {days.map((day) => (
        <DayLine key={day.day} day={day} isToday={day.day === today} />
      ))}
    </ol>
  );
}

function DayLine({ day, isToday }: { day: DeadlineDay; isToday: boolean }) {
  const { t } = useTranslation();
  return (
    <li className="day-line" data-off={day.off} data-today={isToday}>
      <h3>
        <time dateTime={day.day}>{day.day.slice(5)}</time> {t(`clock.weekdays.${day.weekday}`)} <DayMark day={day} />
        {isToday ? <b className="day-today">{t('clock.today')}</b> : null}
      </h3>
      {day.clocks.length === 0 ? (
        <p className="faint small">{t('clock.nothing')}</p>
      ) : (
        <ul className="plain-list">
          {day.clocks.map((clock) => (
            <DeadlineEntry key={clock.id} clock={clock} />
          ))}
        </ul>
      )}
    </li>
  );
}
