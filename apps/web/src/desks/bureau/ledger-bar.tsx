import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import type { LedgerRow, Total } from '../../api/types';
import { BulkResult } from '../../shared/bulk-result';
import { LedgerShape } from '../../shared/ledger/columns-menu';
import { LedgerExports } from '../../shared/ledger/ledger-exports';
import type { OpenList } from '../../shared/ledger/open-list';
import type { BulkOutcome } from './bulk';
import { useBulkActs } from './bulk-acts';
import { MoveDialog } from './move-dialog';

interface LedgerBarProps {
  list: OpenList;
  total: Total | undefined;
  chosen: ReadonlySet<string>;
  rows: LedgerRow[];
  clear: () => void;
}

/** Acts on the chosen rows, how the ledger looks, and exports of just these rows. */
export function LedgerBar({ list, total, chosen, rows, clear }: LedgerBarProps) {
  const [outcome, setOutcome] = useState<BulkOutcome | null>(null);
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title;
  const finish = (done: BulkOutcome) => {
    clear();
    setOutcome(done);
  };
  return (
    <div className="grid-bar">
      {chosen.size === 0 ? <span /> : <Bulk ids={[...chosen]} titleOf={titleOf} finish={finish} />}
      <span className="row">
        <LedgerShape list={list} />
        <LedgerExports list={list} total={total} />
      </span>
      {outcome === null ? null : (
        <BulkResult done={outcome.words} skipped={outcome.skipped} titleOf={titleOf} onClose={() => setOutcome(null)} />
      )}
    </div>
  );
}

interface BulkProps {
  ids: string[];
  titleOf: (id: string) => string | undefined;
  finish: (outcome: BulkOutcome) => void;
}

function Bulk({ ids, titleOf, finish }: BulkProps) {
  const { t } = useTranslation();
  const [moving, setMoving] = useState(false);
  const { start, pending, preview } = useBulkActs(titleOf, finish);
  const { acts } = useMe();
  return (
    <span className="row">
      <b>{t('general.chosen', { count: ids.length })}</b>
      {acts.includes('task.dispatch') ? (
        <Button type="primary" loading={pending} onClick={() => start({ act: 'dispatch', ids })}>
          {t('bureau.bulkDispatch')}
        </Button>
      ) : null}
      {acts.includes('task.officer') ? (
        <Button onClick={() => setMoving(true)}>{t('bureau.bulkOfficer')}</Button>
      ) : null}
      {moving ? (
        <MoveDialog
          pending={pending}
          onClose={() => setMoving(false)}
          onMove={(caseOfficerId) => {
            setMoving(false);
            start({ act: 'officer', ids, caseOfficerId });
          }}
        />
      ) : null}
      {preview}
    </span>
  );
}
