import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address } from '../../api/client';
import { useMe } from '../../api/session';
import type { LedgerRow, Total } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { BulkResult } from '../../shared/bulk-result';
import { MoveDialog } from './move-dialog';
import { useBulk, type BulkOutcome } from './bulk';

interface LedgerBarProps {
  search: LedgerSearch;
  total: Total | undefined;
  chosen: ReadonlySet<string>;
  rows: LedgerRow[];
  clear: () => void;
}

/** How many there are, exports of just these, and acts on the chosen ones. */
export function LedgerBar({ search, total, chosen, rows, clear }: LedgerBarProps) {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const finish = (done: BulkOutcome) => {
    clear();
    setOutcome(done);
  };
  return (
    <div className="grid-bar">
      {chosen.size === 0 ? <Count total={total} /> : <Bulk ids={[...chosen]} finish={finish} />}
      <Exports search={search} />
      {outcome === null ? null : (
        <BulkResult
          done={outcome.words}
          skipped={outcome.skipped}
          titleOf={(id) => rows.find((row) => row.id === id)?.title}
          onClose={() => setOutcome(null)}
        />
      )}
    </div>
  );
}

function Exports({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const filters = { ...search, sort: undefined };
  if (!useMe().acts.includes('task.export')) return null;
  return (
    <span className="row">
      <a href={address('/tasks/export', { ...filters, format: 'xlsx' })} download>
        {t('bureau.exportXlsx')}
      </a>
      <a href={address('/tasks/export', { ...filters, format: 'csv' })} download>
        {t('bureau.exportCsv')}
      </a>
    </span>
  );
}

function Count({ total }: { total: Total | undefined }) {
  const { t } = useTranslation();
  if (total === undefined) return <span />;
  const count = total.value;
  return (
    <span className="soft">
      {total.capped ? t('general.totalCapped', { count }) : t('general.total', { count })}
      <span className="faint small only-wide">　{t('bureau.keys')}</span>
    </span>
  );
}

function Bulk({ ids, finish }: { ids: string[]; finish: (outcome: BulkOutcome) => void }) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  const { dispatch, move } = useBulk(finish);
  const { acts } = useMe();
  return (
    <span className="row">
      <b>{t('general.chosen', { count: ids.length })}</b>
      {acts.includes('task.dispatch') ? (
        <Button type="primary" loading={dispatch.isPending} onClick={() => dispatch.mutate(ids)}>
          {t('bureau.bulkDispatch')}
        </Button>
      ) : null}
      {acts.includes('task.officer') ? (
        <Button onClick={() => setMoving(true)}>{t('bureau.bulkOfficer')}</Button>
      ) : null}
      {moving ? (
        <MoveDialog
          pending={move.isPending}
          onClose={() => setMoving(false)}
          onMove={(caseOfficerId) => move.mutate({ ids, caseOfficerId }, { onSettled: () => setMoving(false) })}
        />
      ) : null}
    </span>
  );
}
