import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerRow } from '../../api/types';
import { ledgerColumns } from '../../api/codes';
import { columnsAmong } from '../../shared/ledger/ledger-settings';
import { nameOf } from '../../i18n/names';
import { countyDay } from '../../shared/county-time';
import { clockStopped } from '../../shared/clock-stopped';
import { Due } from '../../shared/due';
import type { Column } from '../../shared/grid/columns';
import { TaskStateMark } from '../../shared/state-mark';
import { comma } from '../../i18n/punctuation';

const dash = '—';

/** How far a task is in one cell: its true state, then the result class or the value reached. */
export function Completion({ row }: { row: LedgerRow }) {
  const { t } = useTranslation();
  const quantity =
    row.targetValue === null
      ? null
      : t('task.quantity', { current: row.currentValue ?? 0, target: row.targetValue, unit: row.targetUnit ?? '' });
  const { resultClass } = row.completion;
  const result = resultClass === null ? null : nameOf('bureau.completion', resultClass);
  return (
    <>
      <TaskStateMark state={row.state} suspended={row.suspended} />
      {quantity === null && result === null ? null : (
        <span className="faint small" style={{ display: 'block' }}>
          {[quantity, result].filter((part) => part !== null).join(' · ')}
        </span>
      )}
    </>
  );
}

function columnsOf(t: TFunction): Column<LedgerRow>[] {
  const title = (key: keyof typeof widths) => ({ key, title: t(`bureau.col.${key}`), width: widths[key] });
  return [
    { ...title('seq'), cell: (_, at) => at + 1 },
    { ...title('number'), cell: (row) => row.number ?? dash },
    { ...title('dispatchedAt'), cell: (row) => (row.dispatchedAt === null ? dash : countyDay(row.dispatchedAt)) },
    { ...title('source'), cell: (row) => nameOf('words.matterKind', row.source) },
    {
      ...title('title'),
      cell: (row) => (
        <Link to="/tasks/$id" params={{ id: row.id }} tabIndex={-1} title={row.title}>
          {row.title || t('task.untitled')}
        </Link>
      ),
    },
    { ...title('principal'), cell: (row) => row.principal?.name ?? dash },
    { ...title('leadLeader'), cell: (row) => row.leadLeader?.name ?? dash },
    { ...title('lead'), cell: (row) => row.leadUnit?.shortName ?? dash },
    { ...title('assist'), cell: (row) => row.assistUnits.map((unit) => unit.shortName).join(comma()) || dash },
    { ...title('responsible'), cell: (row) => row.responsible?.name ?? dash },
    {
      ...title('due'),
      cell: (row) => (
        <Due at={row.dueAt} overdue={row.overdue} running={!row.suspended && !clockStopped.includes(row.state)} />
      ),
    },
    { ...title('progress'), cell: (row) => row.progress || dash },
    { ...title('problem'), cell: (row) => row.problem || dash },
    { ...title('nextStep'), cell: (row) => row.nextStep || dash },
    { ...title('completion'), cell: (row) => <Completion row={row} /> },
  ];
}

const widths = {
  seq: 52,
  number: 156,
  dispatchedAt: 100,
  source: 104,
  title: 280,
  principal: 84,
  leadLeader: 92,
  lead: 104,
  assist: 130,
  responsible: 84,
  due: 140,
  progress: 220,
  problem: 180,
  nextStep: 180,
  completion: 180,
};

/** The columns of the ledger: all in the order counties print them, or those that the address names. */
export function useLedgerColumns(chosen: string | undefined): Column<LedgerRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const all = columnsOf(t);
    return columnsAmong(ledgerColumns, chosen)?.flatMap((key) => all.filter((column) => column.key === key)) ?? all;
  }, [t, chosen]);
}
