import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { useMe } from '../../api/session';
import { PageHead } from '../../shared/page-head';
import { Remote } from '../../shared/remote';
import { Figures } from './figures';
import { LoadBars } from './load-bars';
import { Work } from './work';

/** The bureau desk. An officer opens on what is theirs, the head on the whole bureau. */
export function MinePage() {
  return useMe().acting?.role === 'bureau_head' ? <HeadDesk /> : <OfficerDesk />;
}

function OfficerDesk() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageHead title={t('bureau.mine')} sub={`${me.person.name} · ${t('bureau.mineNote')}`} />
      <Figures scope={{ mine: true }} />
      <Waiting scope={{ mine: true }} />
    </>
  );
}

function HeadDesk() {
  const { t } = useTranslation();
  return (
    <>
      <PageHead title={t('bureau.whole')} sub={t('bureau.wholeNote')} />
      <Figures scope={{}} />
      <Load />
      <Work title={t('bureau.counts.overdue')} search={{ overdue: true }} empty={t('bureau.overdueEmpty')} />
      <Waiting scope={{}} />
    </>
  );
}

/** What waits for somebody of the bureau: first the claims, then what was not sent yet. */
function Waiting({ scope }: { scope: { mine?: true } }) {
  const { t } = useTranslation();
  return (
    <>
      <Work
        title={t('bureau.counts.toVerify')}
        search={{ ...scope, state: 'answered' }}
        empty={t('bureau.toVerifyEmpty')}
      />
      <Work
        title={t('bureau.counts.toDispatch')}
        search={{ ...scope, state: 'registered' }}
        empty={t('bureau.toDispatchEmpty')}
      />
    </>
  );
}

/** The officers who have something in hand; a bar leads to that officer's tasks. */
function Load() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const query = useQuery(lists.load());
  return (
    <section className="work">
      <div className="spread">
        <h2>{t('bureau.load')}</h2>
        <Link to="/load">{t('bureau.loadMove')}</Link>
      </div>
      <Remote query={query} rows={4}>
        {(loads) => (
          <LoadBars
            loads={loads.filter(({ underWay, toVerify }) => underWay + toVerify > 0)}
            choose={(officerId) => void navigate({ to: '/ledger', search: { officerId } })}
          />
        )}
      </Remote>
    </section>
  );
}
