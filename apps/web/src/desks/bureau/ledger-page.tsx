import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import type { LedgerRow } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import type { Choice } from '../../shared/grid/columns';
import { type GridPlace, keepPlace, placeIn } from '../../shared/grid/places';
import { usePhone } from '../../shared/grid/use-phone';
import { VirtualGrid } from '../../shared/grid/virtual-grid';
import { FilterSentence } from '../../shared/ledger/filter-sentence';
import { LedgerGroupBars } from '../../shared/ledger/ledger-groups';
import { LedgerKeys } from '../../shared/ledger/ledger-keys';
import { LedgerViews } from '../../shared/ledger/ledger-views';
import { ListBehind } from '../../shared/ledger/list-behind';
import { NoRows } from '../../shared/ledger/no-rows';
import type { OpenList } from '../../shared/ledger/open-list';
import { PageHead } from '../../shared/page-head';
import { LedgerBar } from './ledger-bar';
import { LedgerCards } from './ledger-cards';
import { useLedgerColumns } from './ledger-columns';
import { LedgerFilters } from './ledger-filters';
import { useTaskList } from './task-list';

/** The ledger: every task in this person's scope, filtered by the address, with the columns counties use. */
export function LedgerPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/ledger' });
  const list = useTaskList(search);
  const name = JSON.stringify({ ...list.filters, sort: search.sort });
  return (
    <div className="ledger">
      <PageHead title={t('bureau.ledger')} acts={<LedgerKeys />} />
      <LedgerViews list={list} />
      <LedgerFilters search={search} change={list.change} />
      <LedgerList key={name} list={list} search={search} place={placeIn(name)} />
    </div>
  );
}

interface LedgerListProps {
  list: OpenList;
  search: LedgerSearch;
  place: GridPlace;
}

/** One list of the ledger; another filter is another list with a place of its own. */
function LedgerList({ list, search, place }: LedgerListProps) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const bulk = acts.includes('task.dispatch') || acts.includes('task.officer');
  const query = useInfiniteQuery(lists.ledger({ ...list.filters, sort: search.sort }));
  const total = useQuery(lists.taskCount(list.filters));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [chosen, setChosen] = useState(place.chosen);
  const choose = (next: ReadonlySet<string>) => {
    keepPlace(place, { chosen: next });
    setChosen(next);
  };
  const readOn = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined;
  return (
    <>
      <FilterSentence list={list} total={total.data} />
      <LedgerBar list={list} total={total.data} chosen={chosen} rows={rows} clear={() => choose(new Set())} />
      {search.group === undefined ? null : <LedgerGroupBars list={list} by={search.group} />}
      <ListBehind query={query} />
      {rows.length === 0 ? <NoRows query={query} empty={t('bureau.ledgerEmpty')} /> : null}
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
