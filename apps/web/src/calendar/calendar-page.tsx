import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Calendar } from '../api/types';
import { countyDay } from '../shared/county-time';
import { serverNow } from '../shared/clock';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { CalendarActs } from './calendar-acts';
import { PublishYear } from './publish-year';
import { Revisions } from './revisions';
import { YearSheet } from './year-sheet';

/** The working calendar: a year of the county or of a unit, where it comes from, and its publications. */
export function CalendarPage() {
  const { t } = useTranslation();
  const query = useQuery(lists.calendars());
  return (
    <div className="calendar-page">
      <PageHead
        title={t('calendar.title')}
        sub={t('calendar.note')}
        acts={
          <Button className="no-print" onClick={() => window.print()}>
            {t('calendar.print')}
          </Button>
        }
      />
      <Remote query={query} rows={12}>
        {(calendars) => <Chosen calendars={calendars} />}
      </Remote>
    </div>
  );
}

function Chosen({ calendars }: { calendars: Calendar[] }) {
  const go = useNavigate({ from: '/calendar' });
  const { year: asked, id } = useSearch({ from: '/inside/calendar' });
  const mayKeep = useMe().acts.includes('calendar.keep');
  const [publishing, publish] = useState(false);
  const year = asked ?? Number(countyDay(new Date(serverNow()).toISOString()).slice(0, 4));
  const calendar = calendars.find((one) => one.id === id) ?? calendars[0];
  if (calendar === undefined) return null;
  const show = (search: { year?: number; id?: string }) => {
    publish(false);
    void go({ search: { year, id: calendar.id, ...search } });
  };
  return (
    <div className="stack">
      <div className="spread no-print">
        <YearBar calendar={calendar} calendars={calendars} year={year} onShow={show} />
        {mayKeep ? (
          <CalendarActs calendar={calendar} calendars={calendars} onShow={(one) => show({ id: one })} />
        ) : null}
      </div>
      {publishing ? (
        <PublishYear key={`${calendar.id} ${year}`} calendar={calendar} year={year} onClose={() => publish(false)} />
      ) : (
        <YearSheet calendar={calendar} year={year} onPublish={mayKeep ? () => publish(true) : undefined} />
      )}
      <Revisions calendar={calendar} year={year} />
    </div>
  );
}

interface YearBarProps {
  calendar: Calendar;
  calendars: Calendar[];
  year: number;
  onShow: (search: { year?: number; id?: string }) => void;
}

function YearBar({ calendar, calendars, year, onShow }: YearBarProps) {
  const { t } = useTranslation();
  return (
    <div className="row">
      <Select
        aria-label={t('calendar.of')}
        style={{ minWidth: 180 }}
        value={calendar.id}
        options={calendars.map((one) => ({ value: one.id, label: one.unit?.name ?? t('calendar.county') }))}
        onChange={(chosen: string) => onShow({ id: chosen })}
      />
      <Button aria-label={t('calendar.earlier')} disabled={year <= 1993} onClick={() => onShow({ year: year - 1 })}>
        ‹
      </Button>
      <Select
        aria-label={t('calendar.year')}
        value={year}
        options={yearsOffered(calendars, year).map((one) => ({ value: one, label: String(one) }))}
        onChange={(chosen: number) => onShow({ year: chosen })}
      />
      <Button aria-label={t('calendar.later')} disabled={year >= 2199} onClick={() => onShow({ year: year + 1 })}>
        ›
      </Button>
    </div>
  );
}

/** The published years and the two after them. */
function yearsOffered(calendars: readonly Calendar[], shown: number): number[] {
  const published = calendars.flatMap(({ years }) => years.map(({ year }) => year));
  const last = Math.max(...published, shown);
  return [...new Set([...published, shown, last + 1])].sort((a, b) => b - a);
}
