import { useTranslation } from 'react-i18next';
import type { CalendarYear } from '../api/types';
import { type DrawnDay, weeksOf } from './days';

/** One month as a table; days off and make-up days bear a word, never a colour alone. */
export function Month({ year, month }: { year: CalendarYear; month: number }) {
  const { t } = useTranslation();
  const names = t('calendar.months', { returnObjects: true });
  const short = t('calendar.weekdays', { returnObjects: true });
  const long = t('calendar.weekdayLong', { returnObjects: true });
  return (
    <table className="month">
      <caption>{names[month]}</caption>
      <thead>
        <tr>
          {short.map((word, at) => (
            <th key={word} scope="col" abbr={long[at]}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week, at) => (
          <tr key={at}>
            {week.map((day, place) => (day === null ? <td key={place} /> : <DayCell key={place} day={day} />))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DayCell({ day: { day, date, set, inWeek } }: { day: DrawnDay }) {
  const { t } = useTranslation();
  const kind = set === undefined ? (inWeek ? 'ordinary' : 'weekend') : set.working ? 'working' : 'off';
  return (
    <td data-kind={kind} data-own={set?.own} title={set?.name}>
      <time dateTime={day}>{date}</time>
      {set === undefined ? null : (
        <>
          <b>{t(set.working ? 'calendar.working' : 'calendar.off')}</b>
          <span className="unseen">{set.name}</span>
        </>
      )}
    </td>
  );
}
