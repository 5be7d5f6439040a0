import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDeep } from '../../api/freshness';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import type { LedgerRow } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { EmptyBlock, LoadingBlock, ProblemBlock } from '../../shared/blocks';
import type { Choice } from '../../shared/grid/columns';
import { type GridPlace, keepPlace, placeIn } from '../../shared/grid/places';
import { usePhone } from '../../shared/grid/use-phone';
import { VirtualGrid } from '../../shared/grid/virtual-grid';
import { PageHead } from '../../shared/page-head';
import { FilterSentence } from './filter-sentence';
import { LedgerBar } from './ledger-bar';
import { LedgerCards } from './ledger-cards';
import { useLedgerColumns } from './ledger-columns';
import { LedgerFilters } from './ledger-filters';
import { LedgerGroupBars } from './ledger-groups';
import { LedgerKeys } from './ledger-keys';
import { filtersOf } from './ledger-settings';
import { LedgerViews } from './ledger-views';

/** The ledger: every task in this person's scope, filtered by the address, with the columns counties use. */
export function LedgerPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/ledger' });
  const filters = { ...filtersOf(search), sort: search.sort };
  const list = JSON.stringify(filters);
  return (
    <div className="ledger">
      <PageHead title={t('bureau.ledger')} acts={<LedgerKeys />} />
      <LedgerViews search={search} />
      <LedgerFilters search={search} />
      <LedgerList key={list} search={search} place={placeIn(list)} />
    </div>
  );
}

/** One list of the ledger; another filter is another list with a place of its own. */
function LedgerList({ search, place }: { search: LedgerSearch; place: GridPlace }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const bulk = acts.includes('task.dispatch') || acts.includes('task.officer');
  const query = useInfiniteQuery(lists.ledger({ ...filtersOf(search), sort: search.sort }));
  const total = useQuery(lists.taskCount(filtersOf(search)));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [chosen, setChosen] = useState(place.chosen);
  const choose = (next: ReadonlySet<string>) => {
    keepPlace(place, { chosen: next });
    setChosen(next);
  };
  const readOn = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined;
  const behind = query.isStale && isDeep({ state: { data: query.data } }) && !query.isFetching;
  return (
    <>
      <FilterSentence search={search} total={total.data} />
      <LedgerBar search={search} total={total.data} chosen={chosen} rows={rows} clear={() => choose(new Set())} />
      {search.group === undefined ? null : <LedgerGroupBars search={search} by={search.group} />}
      {behind ? <Behind refresh={() => void query.refetch()} /> : null}
      {query.isPending ? <LoadingBlock rows={12} /> : null}
      {query.isError && rows.length === 0 ? (
        <ProblemBlock cause={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && rows.length === 0 ? <EmptyBlock words={t('bureau.ledgerEmpty')} /> : null}
      {rows.length === 0 ? null : (
        <LedgerRows
          rows={rows}
          search={search}
          place={place}
          readOn={readOn}
          choice={bulk ? { chosen, change: choose } : undefined}
        />
      )}
    </>
  );
}

function Behind({ refresh }: { refresh: () => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      className="behind"
      title={t('ledger.stale')}
      action={<Button onClick={refresh}>{t('ledger.refresh')}</Button>}
    />
  );
}

interface LedgerRowsProps {
  rows: LedgerRow[];
  search: LedgerSearch;
  place: GridPlace;
  readOn?: () => void;
  choice?: Choice;
}

function LedgerRows({ rows, search, place, readOn, choice }: LedgerRowsProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const navigate = useNavigate();
  const columns = useLedgerColumns(search.columns);
  if (phone) return <LedgerCards rows={rows} choice={choice} readOn={readOn} />;
  return (
    <VirtualGrid
      label={t('bureau.ledger')}
      rows={rows}
      columns={columns}
      idOf={(row) => row.id}
      titleOf={(row) => row.title}
      onOpen={(row) => void navigate({ to: '/tasks/$id', params: { id: row.id } })}
      choice={choice}
      compact={search.density === 'compact'}
      place={place}
      readOn={readOn}
    />
  );
}
