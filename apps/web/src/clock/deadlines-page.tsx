import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { OwnClocks } from '../api/types';
import { deskOf } from '../app/desks';
import { serverNow } from '../shared/clock';
import { countyDay } from '../shared/county-time';
import { usePhone } from '../shared/grid/use-phone';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { beginningOf, type DaySpan, spanAround, stepped } from './county-days';
import { DayList } from './day-list';
import { FeedButton } from './feed-button';
import { MonthGrid } from './month-grid';
import { OverduePart } from './overdue-part';

/** One's own deadlines: what is overdue, then a week or a month of days. */
export function DeadlinesPage() {
  const { t } = useTranslation();
  const desk = deskOf(useMe().acting?.role);
  const today = countyDay(new Date(serverNow()).toISOString());
  const { view = 'week', day = today } = useSearch({ from: '/inside/deadlines' });
  const span = spanAround(view, day);
  const query = useQuery(lists.ownClocks(beginningOf(span.from), beginningOf(span.to)));
  return (
    <>
      <PageHead
        title={t('clock.mine')}
        acts={<FeedButton />}
        sub={
          desk === 'unit' || desk === 'bureau' || desk === 'leader' || desk === 'review'
            ? t(`clock.mineNote.${desk}`)
            : undefined
        }
      />
      <div className="stack">
        <OverduePart today={today} />
        <section className="sheet" aria-labelledby="deadline-days">
          <DaysHead view={view} day={day} span={span} />
          <Remote query={query} rows={8}>
            {(own) => <Days own={own} span={span} view={view} day={day} today={today} />}
          </Remote>
        </section>
      </div>
    </>
  );
}

interface HeadProps {
  view: 'week' | 'month';
  day: string;
  span: DaySpan;
}

function DaysHead({ view, day, span }: HeadProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const shown = view === 'month' ? view : undefined;
  return (
    <div className="spread deadline-head">
      <h2 id="deadline-days">{view === 'month' ? day.slice(0, 7) : `${span.from} — ${stepBack(span.to)}`}</h2>
      <nav className="row" aria-label={t('clock.view')}>
        <Segmented
          aria-label={t('clock.view')}
          value={view}
          options={[
            { value: 'week' as const, label: t('clock.week') },
            { value: 'month' as const, label: t('clock.month') },
          ]}
          onChange={(next) =>
            void navigate({ to: '/deadlines', search: { view: next === 'month' ? next : undefined, day } })
          }
        />
        <Link to="/deadlines" search={{ view: shown, day: stepped(view, day, -1) }}>
          {t(`clock.before.${view}`)}
        </Link>
        <Link to="/deadlines" search={{ view: shown }}>
          {t('clock.today')}
        </Link>
        <Link to="/deadlines" search={{ view: shown, day: stepped(view, day, 1) }}>
          {t(`clock.after.${view}`)}
        </Link>
      </nav>
    </div>
  );
}

const stepBack = (day: string): string => countyDay(new Date(Date.parse(beginningOf(day)) - 1).toISOString());
const most = 500;

interface DaysProps extends HeadProps {
  own: OwnClocks;
  today: string;
}

function Days({ own, span, view, day, today }: DaysProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  return (
    <>
      {own.clocks.length >= most ? <p className="soft">{t('clock.most')}</p> : null}
      {view === 'month' && !phone ? (
        <MonthGrid own={own} span={span} month={day.slice(0, 7)} today={today} />
      ) : (
        <DayList own={own} span={span} view={view} month={day.slice(0, 7)} today={today} />
      )}
    </>
  );
}
