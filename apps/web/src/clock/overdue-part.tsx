import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { Remote } from '../shared/remote';
import { beginningOf, daysAfter } from './county-days';
import { DeadlineEntry } from './deadline-entry';

/** Long before any county used it. */
const ever = '2000-01-01';
const shown = 5;

/** What is overdue, longest first. @param today  the county's day */
export function OverduePart({ today }: { today: string }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const query = useQuery(lists.ownClocks(beginningOf(ever), beginningOf(daysAfter(today, 1))));
  return (
    <section className="sheet" aria-labelledby="deadline-overdue">
      <h2 id="deadline-overdue">{t('clock.overdue')}</h2>
      <Remote query={query} rows={3}>
        {({ clocks }) => {
          const late = clocks.filter(({ breached }) => breached);
          if (late.length === 0) return <p className="soft">{t('clock.overdueNone')}</p>;
          return (
            <>
              <ul className="plain-list">
                {(all ? late : late.slice(0, shown)).map((clock) => (
                  <DeadlineEntry key={clock.id} clock={clock} />
                ))}
              </ul>
              {all || late.length <= shown ? null : (
                <Button onClick={() => setAll(true)}>{t('clock.overdueAll', { count: late.length })}</Button>
              )}
            </>
          );
        }}
      </Remote>
    </section>
  );
}
