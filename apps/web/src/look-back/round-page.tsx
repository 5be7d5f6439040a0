import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import type { LookBack } from '../api/types';
import { useWrite } from '../api/write';
import { countyDay, countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote, RemotePages } from '../shared/remote';
import { saveText } from '../shared/save-text';
import { CheckCards } from './check-card';
import { DrawDialog } from './draw-dialog';

/** One round: its commitment, its draw, what is to be checked by whom and what was found. */
export function LookBackPage() {
  const { id } = useParams({ from: '/inside/look-backs/$id' });
  const round = useQuery(lists.lookBack(id));
  return <Remote query={round}>{(found) => <Round round={found} />}</Remote>;
}

function Round({ round }: { round: LookBack }) {
  const { t } = useTranslation();
  const { from, to, state, drawnAt } = round;
  const last = countyDay(new Date(new Date(to).getTime() - 1).toISOString());
  return (
    <>
      <PageHead
        title={t('lookBack.closedIn', { from: countyDay(from), to: last })}
        sub={t(`lookBack.state.${state}`)}
        acts={<RoundActs round={round} />}
      />
      {state === 'committed' ? <Alert type="info" showIcon title={t('lookBack.committedNote')} /> : null}
      <Facts round={round} />
      {drawnAt === null ? null : <Checks round={round} />}
    </>
  );
}

function Facts({ round }: { round: LookBack }) {
  const { t } = useTranslation();
  const { commitment, committedAt, plannedBy, drawnAt, claims, counts, leastPercent, mostPercent } = round;
  const settled = counts.effective + counts.relapsed;
  const facts: [string, string][] = [
    [t('lookBack.committedBy'), `${plannedBy.name} ${countyTime(committedAt)}`],
    [t('lookBack.bounds'), `${leastPercent}% – ${mostPercent}%`],
    ...(drawnAt === null
      ? []
      : ([
          [t('draw.drawnAt'), countyTime(drawnAt)],
          [t('draw.rows'), String(claims ?? 0)],
          [t('lookBack.settledOf'), `${settled} / ${settled + counts.assigned}`],
          [t('lookBack.check.relapsed'), String(counts.relapsed)],
        ] satisfies [string, string][])),
  ];
  return (
    <dl className="facts sheet">
      {facts.map(([label, value]) => (
        <div key={label} className="row">
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      <div className="row">
        <dt>{t('draw.commitment')}</dt>
        <dd>
          <code className="small hash">{commitment}</code>
        </dd>
      </div>
    </dl>
  );
}

function Checks({ round }: { round: LookBack }) {
  const { t } = useTranslation();
  const checks = useInfiniteQuery(lists.lookBackChecks({ lookBackId: round.id }));
  return (
    <section className="stack held-section" aria-label={t('lookBack.checks')}>
      <h2>{t('lookBack.checks')}</h2>
      <RemotePages query={checks} empty={t('lookBack.checksEmpty')} rows={5}>
        {(items) => <CheckCards checks={items} />}
      </RemotePages>
    </section>
  );
}

function RoundActs({ round }: { round: LookBack }) {
  const { t } = useTranslation();
  const [drawing, setDrawing] = useState(false);
  const cancel = useWrite({
    run: (_: undefined, key: string) => api.post(`/look-backs/${round.id}/cancel`, {}, { key, version: round.version }),
    said: () => t('lookBack.cancelled'),
    touches: [['look-backs']],
  });
  return (
    <>
      {round.actions.includes('cancel') ? (
        <Button loading={cancel.isPending} onClick={() => cancel.mutate(undefined)}>
          {t('lookBack.cancel')}
        </Button>
      ) : null}
      {round.actions.includes('draw') ? (
        <Button type="primary" onClick={() => setDrawing(true)}>
          {t('lookBack.draw')}
        </Button>
      ) : null}
      {round.drawnAt === null ? null : <RecordActs id={round.id} />}
      {drawing ? <DrawDialog round={round} onClose={() => setDrawing(false)} /> : null}
    </>
  );
}

function RecordActs({ id }: { id: string }) {
  const { t } = useTranslation();
  const save = useWrite({
    run: () => api.get<object>(`/look-backs/${id}/record`),
    said: () => undefined,
    touches: [],
  });
  const keep = () =>
    save.mutate(undefined, {
      onSuccess: (record) => saveText(`draw-${id}.json`, JSON.stringify(record, null, 1)),
    });
  return (
    <>
      <Button loading={save.isPending} onClick={keep}>
        {t('lookBack.record')}
      </Button>
      <Link to="/verify-draw">
        <Button>{t('lookBack.verify')}</Button>
      </Link>
    </>
  );
}
