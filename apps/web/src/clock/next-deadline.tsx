import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { beginningOf, daysAfter } from './county-days';
import { DeadlineEntry } from './deadline-entry';

/** How far ahead it is looked for: what is later than a quarter is nobody’s next thing. */
const daysAhead = 92;

/** What is due next after an empty week or month; nothing where nothing comes. */
export function NextDeadline({ from }: { from: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(lists.ownClocks(beginningOf(from), beginningOf(daysAfter(from, daysAhead))));
  const [next] = data?.clocks ?? [];
  if (next === undefined) return null;
  return (
    <section className="section" aria-labelledby="next-deadline">
      <h3 id="next-deadline">{t('clock.next')}</h3>
      <ul className="plain-list">
        <DeadlineEntry clock={next} />
      </ul>
    </section>
  );
}
