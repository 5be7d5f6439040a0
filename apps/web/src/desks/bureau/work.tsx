import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerSearch } from '../../app/search';
import { RemotePages } from '../../shared/remote';
import { WorkLine } from './work-line';

const shown = 8;

interface WorkProps {
  title: string;
  search: LedgerSearch;
  /** Said when nothing waits. */
  empty: string;
}

/** The first of the tasks that a search of the ledger finds, soonest due first, and the way to all of them. */
export function Work({ title, search, empty }: WorkProps) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.tasks({ ...search, sort: 'due' }));
  return (
    <section className="work">
      <div className="spread">
        <h2>{title}</h2>
        <Link to="/ledger" search={search}>
          {t('bureau.all')}
        </Link>
      </div>
      <RemotePages query={query} empty={empty} rows={4}>
        {(items) => (
          <ul className="plain-list work-lines">
            {items.slice(0, shown).map((row) => (
              <WorkLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}
