import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { matterColumns } from '../api/codes';
import type { MatterRow } from '../api/types';
import { comma } from '../i18n/punctuation';
import { countyTime } from '../shared/county-time';
import type { Column } from '../shared/grid/columns';
import { columnsAmong } from '../shared/ledger/ledger-settings';
import { MatterStateMark } from '../shared/state-mark';

const dash = '—';
const widths = {
  seq: 52,
  intakeNo: 140,
  kind: 116,
  title: 380,
  category: 190,
  receivedAt: 138,
  state: 120,
  number: 150,
  leadUnits: 150,
  principal: 92,
  occurredAt: 138,
  closedAt: 138,
};
const timeOr = (instant: string | null): string => (instant === null ? dash : countyTime(instant));

function columnsOf(t: TFunction): Column<MatterRow>[] {
  const title = (key: keyof typeof widths) => ({ key, title: t(`matter.col.${key}`), width: widths[key] });
  return [
    { ...title('seq'), cell: (_, at) => at + 1 },
    { ...title('intakeNo'), cell: (row) => row.intakeNo },
    { ...title('kind'), cell: (row) => t(`words.matterKind.${row.kind}`) },
    {
      ...title('title'),
      cell: (row) => (
        <Link to="/matters/$id" params={{ id: row.id }} tabIndex={-1} title={row.title}>
          {row.title}
        </Link>
      ),
    },
    { ...title('category'), cell: (row) => <Category row={row} /> },
    { ...title('receivedAt'), cell: (row) => countyTime(row.receivedAt) },
    { ...title('state'), cell: (row) => <MatterStateMark state={row.state} /> },
    { ...title('number'), cell: (row) => row.number ?? dash },
    { ...title('leadUnits'), cell: (row) => row.leadUnits.map((unit) => unit.shortName).join(comma()) || dash },
    { ...title('principal'), cell: (row) => row.principal?.name ?? dash },
    { ...title('occurredAt'), cell: (row) => timeOr(row.occurredAt) },
    { ...title('closedAt'), cell: (row) => timeOr(row.closedAt) },
  ];
}

/** The columns of the register of matters: all in their usual order, or those that the address names. */
export function useMatterColumns(chosen: string | undefined): Column<MatterRow>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const all = columnsOf(t);
    return columnsAmong(matterColumns, chosen)?.flatMap((key) => all.filter((column) => column.key === key)) ?? all;
  }, [t, chosen]);
}

function Category({ row }: { row: MatterRow }) {
  const { t } = useTranslation();
  return (
    <>
      {row.category ?? dash}
      {row.needsTriage ? <b className="triage"> {t('matter.needsTriage')}</b> : null}
    </>
  );
}
