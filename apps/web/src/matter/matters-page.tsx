import { PlusOutlined } from '@ant-design/icons';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { MatterRow } from '../api/types';
import { EmptyBlock, LoadingBlock, ProblemBlock } from '../shared/blocks';
import type { Choice } from '../shared/grid/columns';
import { usePhone } from '../shared/grid/use-phone';
import { VirtualGrid } from '../shared/grid/virtual-grid';
import { PageHead } from '../shared/page-head';
import { MatterCards } from './matter-cards';
import { useMatterColumns } from './matter-columns';
import { MatterFilters } from './matter-filters';
import { MattersBar } from './matters-bar';
import { TriageBar, TriageDialogs } from './triage-bar';
import { useTriage } from './triage-keys';

/** The register of matters: what came in, to be sorted, registered, replied to. */
export function MattersPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: '/inside/matters' });
  const { acts } = useMe();
  const mayRegister = acts.includes('matter.register');
  const query = useInfiniteQuery(lists.matters({ ...search }));
  const total = useQuery(lists.matterCount({ ...search }));
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const readOn = query.hasNextPage && !query.isFetchingNextPage ? () => void query.fetchNextPage() : undefined;
  return (
    <>
      <PageHead title={t('matter.list')} acts={acts.includes('matter.enter') ? <NewButton /> : undefined} />
      <MatterFilters search={search} />
      <MattersBar
        search={search}
        total={total.data}
        chosen={chosen}
        rows={rows}
        clear={() => setChosen(new Set())}
        mayWork={mayRegister}
      />
      {query.isPending ? <LoadingBlock rows={12} /> : null}
      {query.isError && rows.length === 0 ? (
        <ProblemBlock cause={query.error} retry={() => void query.refetch()} />
      ) : null}
      {query.isSuccess && rows.length === 0 ? <EmptyBlock words={t('matter.empty')} /> : null}
      {rows.length === 0 ? null : (
        <Rows
          rows={rows}
          readOn={readOn}
          choice={mayRegister ? { chosen, change: setChosen } : undefined}
          mayTriage={acts.includes('matter.triage')}
        />
      )}
    </>
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
  readOn?: () => void;
  choice?: Choice;
  mayTriage: boolean;
}

function Rows({ rows, readOn, choice, mayTriage }: RowsProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const columns = useMatterColumns();
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
        readOn={readOn}
        onLetter={mayTriage ? triage.onLetter : undefined}
      />
      <TriageDialogs dialog={triage.dialog} close={triage.close} />
    </>
  );
}
