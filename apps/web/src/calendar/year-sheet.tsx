import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Calendar, CalendarYear } from '../api/types';
import { Remote } from '../shared/remote';
import { stretchesOf } from './days';
import { Month } from './month';

interface YearSheetProps {
  calendar: Calendar;
  year: number;
  /** Absent for whoever may only look. */
  onPublish?: () => void;
}

/** A year in twelve months, with what its notice says in words. */
export function YearSheet({ calendar, year, onPublish }: YearSheetProps) {
  const query = useQuery(lists.calendarYear(calendar.id, year));
  return (
    <section className="sheet">
      <Remote query={query} rows={14}>
        {(data) => <Year calendar={calendar} year={data} onPublish={onPublish} />}
      </Remote>
    </section>
  );
}

function Year({ calendar, year, onPublish }: { calendar: Calendar; year: CalendarYear; onPublish?: () => void }) {
  const { t } = useTranslation();
  const months = Array.from({ length: 12 }, (_, month) => month);
  return (
    <>
      <div className="spread">
        <h2>
          {year.year} · {calendar.unit?.name ?? t('calendar.county')}
        </h2>
        {onPublish === undefined ? null : (
          <Button type={year.published ? 'default' : 'primary'} className="no-print" onClick={onPublish}>
            {t(year.revision > 0 ? 'calendar.changeYear' : 'calendar.publishYear', { year: year.year })}
          </Button>
        )}
      </div>
      {year.published ? (
        <YearFacts year={year} />
      ) : (
        <Alert type="warning" showIcon title={t('calendar.notPublished', { year: year.year })} />
      )}
      <Legend withOwn={calendar.unit !== null} />
      <div className="year-grid">
        {months.map((month) => (
          <Month key={month} year={year} month={month} />
        ))}
      </div>
      <h3>{t('calendar.list')}</h3>
      <SetList year={year} />
    </>
  );
}

function YearFacts({ year: { workingDays, officeHours, addresses } }: { year: CalendarYear }) {
  const { t } = useTranslation();
  return (
    <dl className="facts" style={{ margin: '8px 0 14px' }}>
      <dt>{t('calendar.year')}</dt>
      <dd>{t('calendar.published', { count: workingDays ?? 0 })}</dd>
      <dt>{t('calendar.hours')}</dt>
      <dd>{officeHours.map(({ from, to }) => `${from}–${to}`).join(t('general.comma'))}</dd>
      {addresses.length === 0 ? null : <dt>{t('calendar.notice')}</dt>}
      {addresses.length === 0 ? null : (
        <dd>
          {addresses.map((address) => (
            <div key={address} style={{ overflowWrap: 'anywhere' }}>
              <a href={address} target="_blank" rel="noreferrer noopener">
                {address}
              </a>
            </div>
          ))}
        </dd>
      )}
    </dl>
  );
}

function Legend({ withOwn }: { withOwn: boolean }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list calendar-legend small" aria-label={t('calendar.legend')}>
      <li>
        <b data-kind="off">{t('calendar.off')}</b>
        {t('calendar.legendOff')}
      </li>
      <li>
        <b data-kind="working">{t('calendar.working')}</b>
        {t('calendar.legendWorking')}
      </li>
      <li className="faint">{t('calendar.legendWeekend')}</li>
      {withOwn ? (
        <li>
          <b data-kind="own">12</b>
          {t('calendar.legendOwn')}
        </li>
      ) : null}
    </ul>
  );
}

function SetList({ year: { days, year } }: { year: CalendarYear }) {
  const { t } = useTranslation();
  const stretches = stretchesOf(days);
  if (stretches.length === 0) return <p className="soft">{t('calendar.listNone')}</p>;
  return (
    <ul className="plain-list set-list">
      {stretches.map(({ name, working, first, last }) => (
        <li key={first}>
          <span className="nobreak">{first === last ? first : `${first} — ${last.slice(5)}`}</span> {name}{' '}
          <b>{t(working ? 'calendar.legendWorking' : 'calendar.legendOff')}</b>
          {first.startsWith(String(year)) ? null : <span className="faint small"> {t('calendar.setBefore')}</span>}
        </li>
      ))}
    </ul>
  );
}
