import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { OwnClocks } from '../api/types';
import type { DaySpan } from './county-days';
import { DayMark } from './day-mark';
import { type DeadlineDay, daysOf, weekdays } from './days-of';
import { DeadlineChip } from './deadline-entry';

interface GridProps {
  own: OwnClocks;
  span: DaySpan;
  month: string;
  today: string;
}

const shown = 3;

/** A month as a table of weeks; a full day leads to its week. */
export function MonthGrid({ own, span, month, today }: GridProps) {
  const { t } = useTranslation();
  const days = daysOf(own, span);
  const weeks = Array.from({ length: days.length / 7 }, (_, at) => days.slice(at * 7, at * 7 + 7));
  return (
    <table className="month-grid" aria-labelledby="deadline-days">
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col">
              {t(`clock.weekdays.${day}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((one) => (
          <tr key={one[0]?.day}>
            {one.map((day) => (
              <Cell key={day.day} day={day} outside={!day.day.startsWith(month)} isToday={day.day === today} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell({ day, outside, isToday }: { day: DeadlineDay; outside: boolean; isToday: boolean }) {
  const { t } = useTranslation();
  const rest = day.clocks.length - shown;
  return (
    <td data-off={day.off} data-outside={outside} data-today={isToday} aria-current={isToday ? 'date' : undefined}>
      <span className="row day-head">
        <time dateTime={day.day}>{Number(day.day.slice(8))}</time>
        <DayMark day={day} />
        {isToday ? <b className="day-today">{t('clock.today')}</b> : null}
      </span>
      <ul className="plain-list">
        {day.clocks.slice(0, shown).map((clock) => (
          <DeadlineChip key={clock.id} clock={clock} />
        ))}
      </ul>
      {rest > 0 ? (
        <Link className="small" to="/deadlines" search={{ day: day.day }}>
          {t('clock.moreOfDay', { count: rest })}
          <span className="unseen"> {day.day}</span>
        </Link>
      ) : null}
    </td>
  );
}
