import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import type { LedgerSearch } from '../../app/search';

/** How many tasks stand where, each number a way into the ledger; and how many matters wait to be registered. */
export function Figures({ scope }: { scope: { mine?: true } }) {
  const { t } = useTranslation();
  return (
    <div className="figures">
      <Figure label={t('bureau.counts.toVerify')} search={{ ...scope, state: 'answered' }} />
      <Figure label={t('bureau.counts.toDispatch')} search={{ ...scope, state: 'registered' }} />
      <Figure label={t('bureau.counts.overdue')} search={{ ...scope, overdue: true }} pressing />
      <Figure label={t('bureau.counts.underWay')} search={{ ...scope, state: 'under_way' }} />
      <Figure label={t('bureau.counts.verified')} search={{ ...scope, state: 'verified' }} />
      <MatterFigure />
    </div>
  );
}

function Figure({ label, search, pressing = false }: { label: string; search: LedgerSearch; pressing?: boolean }) {
  const { data } = useQuery(lists.taskCount({ ...search }));
  const count = data === undefined ? '…' : `${data.value}${data.capped ? '+' : ''}`;
  return (
    <Link to="/ledger" search={search} className="figure" data-pressing={pressing && (data?.value ?? 0) > 0}>
      <b>{count}</b>
      <span>{label}</span>
    </Link>
  );
}

function MatterFigure() {
  const { t } = useTranslation();
  const { data } = useQuery(lists.matterCount({ state: 'received' }));
  return (
    <Link to="/matters" search={{ state: 'received' }} className="figure">
      <b>{data === undefined ? '…' : `${data.value}${data.capped ? '+' : ''}`}</b>
      <span>{t('bureau.counts.toRegister')}</span>
    </Link>
  );
}
