import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../api/types';
import { countyTime } from '../shared/county-time';
import type { Column } from '../shared/grid/columns';
import { MatterStateMark } from '../shared/state-mark';

/** The columns of the register of matters. */
export function useMatterColumns(): Column<MatterRow>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      { key: 'intakeNo', title: t('matter.col.intakeNo'), width: 140, cell: (row) => row.intakeNo },
      { key: 'kind', title: t('matter.col.kind'), width: 116, cell: (row) => t(`words.matterKind.${row.kind}`) },
      {
        key: 'title',
        title: t('matter.col.title'),
        width: 420,
        cell: (row) => (
          <Link to="/matters/$id" params={{ id: row.id }} tabIndex={-1} title={row.title}>
            {row.title}
          </Link>
        ),
      },
      { key: 'category', title: t('matter.col.category'), width: 190, cell: (row) => <Category row={row} /> },
      { key: 'receivedAt', title: t('matter.col.receivedAt'), width: 138, cell: (row) => countyTime(row.receivedAt) },
      { key: 'state', title: t('matter.col.state'), width: 120, cell: (row) => <MatterStateMark state={row.state} /> },
      { key: 'number', title: t('matter.col.number'), width: 150, cell: (row) => row.number ?? '—' },
    ],
    [t],
  );
}

function Category({ row }: { row: MatterRow }) {
  const { t } = useTranslation();
  return (
    <>
      {row.category ?? '—'}
      {row.needsTriage ? <b className="triage"> {t('matter.needsTriage')}</b> : null}
    </>
  );
}
