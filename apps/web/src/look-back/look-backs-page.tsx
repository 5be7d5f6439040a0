import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { LookBack } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { CheckCards } from './check-card';

/** Rounds of look-back, and on top what the reader was drawn for. */
export function LookBacksPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const rounds = useInfiniteQuery(lists.lookBacks());
  return (
    <>
      <PageHead
        title={t('lookBack.title')}
        sub={t('lookBack.note')}
        acts={
          acts.includes('look_back.plan') ? (
            <Link to="/look-backs/new">
              <Button type="primary">{t('lookBack.plan')}</Button>
            </Link>
          ) : undefined
        }
      />
      {acts.includes('look_back.check') ? <Mine /> : null}
      <section className="stack held-section" aria-label={t('lookBack.rounds')}>
        <h2>{t('lookBack.rounds')}</h2>
        <RemotePages query={rounds} empty={t('lookBack.roundsEmpty')} rows={4}>
          {(items) => (
            <ul className="plain-list cards">
              {items.map((round) => (
                <Round key={round.id} round={round} />
              ))}
            </ul>
          )}
        </RemotePages>
      </section>
    </>
  );
}

function Mine() {
  const { t } = useTranslation();
  const mine = useInfiniteQuery(lists.lookBackChecks({ mine: true, state: 'assigned' }));
  return (
    <section className="stack held-section" aria-label={t('lookBack.mine')}>
      <h2>{t('lookBack.mine')}</h2>
      <RemotePages query={mine} empty={t('lookBack.mineEmpty')} rows={3}>
        {(checks) => <CheckCards checks={checks} />}
      </RemotePages>
    </section>
  );
}

function Round({ round }: { round: LookBack }) {
  const { t } = useTranslation();
  const { id, from, to, state, counts, drawnAt, plannedBy, committedAt } = round;
  const last = countyDay(new Date(new Date(to).getTime() - 1).toISOString());
  const settled = counts.effective + counts.relapsed;
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/look-backs/$id" params={{ id }}>
          <b>{t('lookBack.closedIn', { from: countyDay(from), to: last })}</b>
        </Link>
        <b className="soft">{t(`lookBack.state.${state}`)}</b>
      </span>
      {drawnAt === null ? null : (
        <span>{t('lookBack.progress', { settled, of: settled + counts.assigned, relapsed: counts.relapsed })}</span>
      )}
      <span className="soft small">
        {plannedBy.name} · {countyTime(drawnAt ?? committedAt)}
      </span>
    </li>
  );
}
