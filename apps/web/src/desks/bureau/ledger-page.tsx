import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import type { LedgerRow } from '../../api/types';
import { EmptyBlock, LoadingBlock, ProblemBlock } from '../../shared/blocks';
import { usePhone } from '../../shared/grid/use-phone';
import { VirtualGrid } from '../../shared/grid/virtual-grid';
import { PageHead } from '../../shared/page-head';
import { LedgerBar } from './ledger-bar';
import { LedgerCards } from './ledger-cards';
import { useLedgerColumns } from './ledger-columns';
import { LedgerFilters } from './ledger-filters';

/** The ledger: every task in this person's scope, filtered by the address, with the columns counties use. */
export function LedgerPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/ledger' });
  const { acts } = useMe();
  const bulk = acts.includes('task.dispatch') || acts.includes('task.officer');
  const query = useInfiniteQuery(lists.tasks({ ...search }));
  const total = useQuery(lists.taskCount({ ...search, sort: undefined }));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const readOn = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined;
  return (
    <div className="ledger">
      <PageHead title={t('bureau.ledger')} />
      <LedgerFilters search={search} />
      <LedgerBar search={search} total={total.data} chosen={chosen} rows={rows} clear={() => setChosen(new Set())} />
      {query.isPending ? <LoadingBlock rows={12} /> : null}
      {query.isError && rows.length === 0 ? (
        <ProblemBlock cause={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && rows.length === 0 ? <EmptyBlock words={t('bureau.ledgerEmpty')} /> : null}
      {rows.length === 0 ? null : (
        <LedgerRows rows={rows} readOn={readOn} choice={bulk ? { chosen, change: setChosen } : undefined} />
      )}
    </div>
  );
}

interface LedgerRowsProps {
  rows: LedgerRow[];
  readOn?: () => void;
  choice?: { chosen: ReadonlySet<string>; change: (chosen: ReadonlySet<string>) => void };
}

function LedgerRows({ rows, readOn, choice }: LedgerRowsProps) {
  const { t } = useTranslation();
  const phone = usePhone();
  const navigate = useNavigate();
  const columns = useLedgerColumns();
  if (phone) return <LedgerCards rows={rows} readOn={readOn} />;
  return (
    <VirtualGrid
      label={t('bureau.ledger')}
      rows={rows}
      columns={columns}
      idOf={(row) => row.id}
      titleOf={(row) => row.title}
      onOpen={(row) => void navigate({ to: '/tasks/$id', params: { id: row.id } })}
      choice={choice}
      readOn={readOn}
    />
  );
}
