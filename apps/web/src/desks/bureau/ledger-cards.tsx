import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../api/types';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import { Completion } from './ledger-columns';

/** The ledger on a phone: one card per task. */
export function LedgerCards({ rows, readOn }: { rows: LedgerRow[]; readOn?: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list cards">
        {rows.map((row) => (
          <TaskCard key={row.id} row={row} />
        ))}
      </ul>
      {readOn === undefined ? null : (
        <div className="state-block">
          <Button onClick={readOn}>{t('general.more')}</Button>
        </div>
      )}
    </>
  );
}

/** One task as a card: number, title, who, by when, how far. */
function TaskCard({ row, children }: { row: LedgerRow; children?: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <span className="spread small faint">
        <span>{row.number ?? '—'}</span>
        <span>{row.leadUnit?.shortName ?? '—'}</span>
      </span>
      <Link to="/tasks/$id" params={{ id: row.id }}>
        {row.title || t('task.untitled')}
      </Link>
      <Due at={row.dueAt} overdue={row.overdue} running={!row.suspended && !clockStopped.includes(row.state)} />
      <span>
        <Completion row={row} />
      </span>
      {row.progress ? <span className="soft small">{row.progress}</span> : null}
      {children}
    </li>
  );
}
