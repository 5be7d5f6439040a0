import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../api/types';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import { toggled, type Choice } from '../../shared/grid/columns';
import { Completion } from './ledger-columns';

interface LedgerCardsProps {
  rows: LedgerRow[];
  choice?: Choice;
  readOn?: () => void;
}

/** The ledger on a phone: one card per task. */
export function LedgerCards({ rows, choice, readOn }: LedgerCardsProps) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list cards">
        {rows.map((row) => (
          <TaskCard key={row.id} row={row} choice={choice} />
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
function TaskCard({ row, choice }: { row: LedgerRow; choice?: Choice }) {
  const { t } = useTranslation();
  return (
    <li className="card">
      <span className="spread small faint">
        <span className="row">
          {choice === undefined ? null : (
            <Checkbox
              checked={choice.chosen.has(row.id)}
              aria-label={t('general.select', { title: row.title })}
              onChange={() => choice.change(toggled(choice.chosen, row.id))}
            />
          )}
          {row.number ?? '—'}
        </span>
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
    </li>
  );
}
