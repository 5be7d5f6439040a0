import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { MatterRow, Total } from '../api/types';
import type { MatterSearch } from '../app/search';
import type { Choice } from '../shared/grid/columns';
import { type GridPlace, keepPlace, placeIn } from '../shared/grid/places';
import { usePhone } from '../shared/grid/use-phone';
import { VirtualGrid } from '../shared/grid/virtual-grid';
import { LedgerShape } from '../shared/ledger/columns-menu';
import { FilterSentence } from '../shared/ledger/filter-sentence';
import { LedgerExports } from '../shared/ledger/ledger-exports';
import { LedgerGroupBars } from '../shared/ledger/ledger-groups';
import { LedgerKeys } from '../shared/ledger/ledger-keys';
import { filtersOf } from '../shared/ledger/ledger-settings';
import { LedgerViews } from '../shared/ledger/ledger-views';
import { ListBehind } from '../shared/ledger/list-behind';
import { NoRows } from '../shared/ledger/no-rows';
import type { OpenList } from '../shared/ledger/open-list';
import { PageHead } from '../shared/page-head';
import { MatterCards } from './matter-cards';
import { useMatterColumns } from './matter-columns';
import { MatterFilters } from './matter-filters';
import { useMatterList } from './matter-list';
import { MattersBar } from './matters-bar';
import { TriageBar, TriageDialogs } from './triage-bar';
import { useTriage } from './triage-keys';
import { triageLetters } from './triage-letters';

/** The register of matters: what came in, to be sorted, registered, replied to. */
export function MattersPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/matters' });
  const list = useMatterList(search);
  const name = `matters ${JSON.stringify(list.filters)}`;
  const { acts } = useMe();
  return (
    <div className="ledger">
      <PageHead title={t('matter.list')} acts={<HeadActs acts={acts} />} />
      <LedgerViews list={list} />
      <MatterFilters search={search} change={list.change} />
      <MatterRegister key={name} list={list} search={search} place={placeIn(name)} />
    </div>
  );
}

function HeadActs({ acts }: { acts: readonly string[] }) {
  return (
    <span className="row">
      <LedgerKeys taken={acts.includes('matter.triage') ? triageLetters.map(({ letter }) => letter) : []} />
      {acts.includes('matter.enter') ? <NewButton /> : null}
    </span>
  );
}

interface RegisterProps {
  list: OpenList;
  search: MatterSearch;
  place: GridPlace;
}

/** The matters of one filter; another filter is another list with a place of its own. */
function MatterRegister({ list, search, place }: RegisterProps) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const mayRegister = acts.includes('matter.register');
  const query = useInfiniteQuery(lists.matters(list.filters));
  const total = useQuery(lists.matterCount(list.filters));
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
      <MattersBar
        search={filtersOf(search)}
        chosen={chosen}
        rows={rows}
        clear={() => choose(new Set())}
        mayWork={mayRegister}
        tools={<ListTools list={list} total={total.data} />}
      />
      {search.group === undefined ? null : <LedgerGroupBars list={list} by={search.group} />}
      <ListBehind query={query} />
      {rows.length === 0 ? <NoRows query={query} empty={t('matter.empty')} /> : null}
      {rows.length === 0 ? null : (
        <Rows
          {...{ rows, search, place, readOn }}
          choice={mayRegister ? { chosen, change: choose } : undefined}
          mayTriage={acts.includes('matter.triage')}
        />
      )}
    </>
  );
}

function ListTools({ list, total }: { list: OpenList; total: Total | undefined }) {
  return (
    <span className="row">
      <LedgerShape list={list} />
      <LedgerExports list={list} total={total} />
    </span>
  );
}

function NewButton() {
  const { t } = useTranslation();
  return (
    <Link to="/matters/new" tabIndex={-1}>
      <Button type="primary" icon={<PlusOutlined aria-hidden />}>
        {t('matter.new')}
      </Button>
    </Link>
  );
}

interface RowsProps {
  rows: MatterRow[];
  search: MatterSearch;
  place: GridPlace;
  readOn?: () => void;
  choice?: Choice;
  mayTriage: boolean;
}

function Rows({ rows, search, place, readOn, choice, mayTriage }: RowsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMatterColumns(search.columns);
  const triage = useTriage();
  if (usePhone()) return <MatterCards rows={rows} readOn={readOn} />;
  return (
    <>
      {mayTriage ? <TriageBar /> : null}
      <VirtualGrid
        label={t('matter.list')}
        rows={rows}
        columns={columns}
        idOf={(row) => row.id}
        titleOf={(row) => row.title}
        onOpen={(row) => void navigate({ to: '/matters/$id', params: { id: row.id } })}
        choice={choice}
        compact={search.density === 'compact'}
        place={place}
        readOn={readOn}
        onLetter={mayTriage ? triage.onLetter : undefined}
      />
      <TriageDialogs dialog={triage.dialog} close={triage.close} />
    </>
  );
}
