import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../api/types';
import { ActButton } from '../../shared/acts/act-button';
import { offered } from '../../shared/acts/acts';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import { Completion } from './ledger-columns';

/** Acts that a line offers: those that need no look at the whole task. */
const atOnce = ['dispatch', 'close'];

/** One task that waits for the officer: who claims what, by when, and the way to it. */
export function WorkLine({ row }: { row: LedgerRow }) {
  const { t } = useTranslation();
  const spec = offered('task', row.actions).find(({ act }) => atOnce.includes(act));
  const initial = {
    leadUnitId: row.leadUnit?.id,
    assistUnitIds: row.assistUnits.map((unit) => unit.id),
    dueAt: row.dueAt ?? undefined,
  };
  return (
    <li>
      <div className="work-main">
        <Link to="/tasks/$id" params={{ id: row.id }}>
          {row.title || t('task.untitled')}
        </Link>
        <span className="faint small">
          {row.number} · {row.leadUnit?.shortName ?? '—'}
        </span>
      </div>
      <span className="work-state">
        <Completion row={row} />
      </span>
      <Due at={row.dueAt} overdue={row.overdue} running={!row.suspended && !clockStopped.includes(row.state)} />
      <span className="work-act">
        {spec === undefined ? null : (
          <ActButton
            spec={spec}
            subject={{ kind: 'task', id: row.id, version: row.version, title: row.title, initial }}
          />
        )}
      </span>
    </li>
  );
}
