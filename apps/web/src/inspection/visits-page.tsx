import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Visit } from '../api/types';
import { visitWith } from '../field/pending';
import { useField, useReady } from '../field/use-field';
import { SecrecyButton } from '../inspector/secrecy-button';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { VisitCard } from './visit-card';

/** What an inspector does today, on a phone: arrive, say how it ended, step back. */
export function VisitsPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const query = useInfiniteQuery(lists.ownVisits());
  const { items, lasting } = useField();
  const ready = useReady();
  return (
    <>
      <PageHead
        title={t('inspection.mine')}
        sub={t('inspection.mineNote')}
        acts={acts.includes('inspector.acknowledge') ? <SecrecyButton /> : undefined}
      />
      {lasting ? null : <Alert type="warning" showIcon title={t('field.notLasting')} />}
      {ready.size === 0 ? null : (
        <p className="offline-mark" role="status">
          {t('field.allReady', { count: ready.size })}
        </p>
      )}
      <RemotePages query={query} empty={t('inspection.mineEmpty')} rows={4}>
        {(visits) => <Visits visits={visits.map((visit) => visitWith(visit, items))} />}
      </RemotePages>
    </>
  );
}

const isOpen = ({ state }: Visit): boolean => state === 'assigned' || state === 'arrived';

function Visits({ visits }: { visits: Visit[] }) {
  const { t } = useTranslation();
  const open = visits
    .filter(isOpen)
    .sort((one, other) => Number(other.state === 'arrived') - Number(one.state === 'arrived'));
  const closed = visits.filter((visit) => !isOpen(visit));
  const inspections = [...new Map(visits.map(({ inspection }) => [inspection.id, inspection])).values()];
  return (
    <>
      <p className="row">
        {inspections.map(({ id, name }) => (
          <Link key={id} className="underlined" to="/inspections/$id" params={{ id }}>
            {name} · {t('inspection.showCode')}
          </Link>
        ))}
      </p>
      <Part title={t('inspection.openVisits', { count: open.length })} visits={open} />
      {closed.length === 0 ? null : (
        <Part title={t('inspection.closedVisits', { count: closed.length })} visits={closed} />
      )}
    </>
  );
}

function Part({ title, visits }: { title: string; visits: Visit[] }) {
  return (
    <section className="stack inspection-part" aria-label={title}>
      <h2>{title}</h2>
      <ul className="plain-list cards">
        {visits.map((visit) => (
          <VisitCard key={visit.id} visit={visit} />
        ))}
      </ul>
    </section>
  );
}
