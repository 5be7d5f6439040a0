import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import type { LedgerRow } from '../../api/types';
import type { LedgerSearch } from '../../app/search';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { WorkLine } from './work-line';

/** The bureau desk: numbers of what is mine, then what waits for me. */
export function MinePage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageHead title={t('bureau.mine')} sub={`${me.person.name} · ${t('bureau.mineNote')}`} />
      <div className="figures">
        <Figure label={t('bureau.counts.toVerify')} search={{ mine: true, state: 'answered' }} />
        <Figure label={t('bureau.counts.toDispatch')} search={{ mine: true, state: 'registered' }} />
        <Figure label={t('bureau.counts.overdue')} search={{ mine: true, overdue: true }} pressing />
        <Figure label={t('bureau.counts.underWay')} search={{ mine: true, state: 'under_way' }} />
        <Figure label={t('bureau.counts.verified')} search={{ mine: true, state: 'verified' }} />
        <MatterFigure />
      </div>
      <Work
        title={t('bureau.counts.toVerify')}
        search={{ mine: true, state: 'answered' }}
        empty={t('bureau.toVerifyEmpty')}
      />
      <Work
        title={t('bureau.counts.toDispatch')}
        search={{ mine: true, state: 'registered' }}
        empty={t('bureau.toDispatchEmpty')}
      />
    </>
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

const shown = 8;

function Work({ title, search, empty }: { title: string; search: LedgerSearch; empty: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.tasks({ ...search, sort: 'due' }));
  return (
    <section className="work">
      <div className="spread">
        <h2>{title}</h2>
        <Link to="/ledger" search={search}>
          {t('bureau.all')}
        </Link>
      </div>
      <RemotePages query={query} empty={empty} rows={4}>
        {(items: LedgerRow[]) => (
          <ul className="plain-list work-lines">
            {items.slice(0, shown).map((row) => (
              <WorkLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}
