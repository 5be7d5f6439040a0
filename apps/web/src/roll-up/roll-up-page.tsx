import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { InspectionRollUp } from '../api/field-types';
import { FindingLinks } from '../inspection/finding-links';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { BesideEarlier } from './beside-earlier';
import { Crossings, Misses, Problems } from './found-parts';
import { GroupSums, PlaceBars } from './place-bars';

/** What an inspection has come to so far, in one look and as a draft on paper. */
export function RollUpPage() {
  const { id } = useParams({ from: '/inside/inspections/$id/roll-up' });
  const { against } = useSearch({ from: '/inside/inspections/$id/roll-up' });
  const query = useQuery(lists.rollUp(id, against));
  return <Remote query={query}>{(sum) => <Sum sum={sum} />}</Remote>;
}

function Sum({ sum }: { sum: InspectionRollUp }) {
  return (
    <>
      <Head sum={sum} />
      <Figures sum={sum} />
      <Parts sum={sum} />
    </>
  );
}

function Head({ sum: { id, name, number, now, comparison } }: { sum: InspectionRollUp }) {
  const { t } = useTranslation();
  const paper = `/api/v1/inspections/${id}/briefing${comparison === null ? '' : `?against=${comparison.round.id}`}`;
  return (
    <PageHead
      title={t('rollUp.title')}
      sub={
        <>
          <Link className="underlined" to="/inspections/$id" params={{ id }}>
            {name}
          </Link>
          {` · ${number} · ${t('rollUp.at', { at: countyTime(now) })}`}
        </>
      }
      acts={
        <>
          <FindingLinks inspectionId={id} here="rollUp" />
          <Button type="primary" href={paper} target="_blank" rel="noreferrer">
            {t('rollUp.print')}
          </Button>
        </>
      }
    />
  );
}

function Parts({ sum }: { sum: InspectionRollUp }) {
  const { t } = useTranslation();
  const { comparison } = sum;
  return (
    <>
      <Part title={t('rollUp.places')}>
        <PlaceBars places={sum.places} />
      </Part>
      <Part title={t('rollUp.groups')}>
        <GroupSums groups={sum.groups} />
      </Part>
      <Part title={t('rollUp.crossings')}>
        <Crossings crossings={sum.crossings} />
      </Part>
      <Part title={t('rollUp.problems')}>
        <Problems problems={sum.problems} />
      </Part>
      <Part title={t('rollUp.misses')}>
        <Misses misses={sum.misses} />
      </Part>
      <Part title={t('rollUp.against')}>
        <AgainstPicker sum={sum} />
        {comparison === null ? null : <BesideEarlier comparison={comparison} totals={sum.totals} />}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack roll-up-part" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

const figureKeys = [
  ...(['findings', 'serious', 'redLines', 'common', 'individual', 'unconfirmed', 'done'] as const),
  ...(['households', 'open', 'places'] as const),
];

function Figures({ sum: { totals, times, places } }: { sum: InspectionRollUp }) {
  const { t } = useTranslation();
  const { findings, serious, redLines, common, unconfirmed, done, households, open } = totals;
  const of = {
    findings,
    serious,
    redLines,
    common,
    individual: findings - common,
    unconfirmed,
    done,
    households,
    open,
  };
  const figures = figureKeys.map((key) => [key, key === 'places' ? places.length : of[key]] as const);
  const { discoveredAfterMinutes: noticed, unnoticed } = times;
  return (
    <section className="sheet" aria-label={t('rollUp.total')}>
      <div className="board-figures">
        {figures.map(([key, value]) => (
          <div key={key}>
            <b>{value}</b>
            <span className="soft small">{t(`rollUp.figure.${key}`)}</span>
          </div>
        ))}
      </div>
      <p>
        <b>{noticed === null ? t('rollUp.notNoticed') : t('rollUp.noticedAfter', { count: noticed })}</b>
        {noticed === null || unnoticed === 0 ? null : ` · ${t('rollUp.unnoticed', { count: unnoticed })}`}
      </p>
      <Times times={times} />
    </section>
  );
}

function Times({ times: { releasedAt, firstArrivalAt, lastFinishAt } }: Pick<InspectionRollUp, 'times'>) {
  const { t } = useTranslation();
  return (
    <p className="soft small">
      {[
        t('rollUp.released', { at: countyTime(releasedAt) }),
        ...(firstArrivalAt === null ? [] : [t('rollUp.arrived', { at: countyTime(firstArrivalAt) })]),
        ...(lastFinishAt === null ? [] : [t('rollUp.finished', { at: countyTime(lastFinishAt) })]),
      ].join(' · ')}
    </p>
  );
}

function AgainstPicker({ sum: { id, earlier, comparison } }: { sum: InspectionRollUp }) {
  const { t } = useTranslation();
  const go = useNavigate();
  if (earlier.length === 0) return <p className="soft">{t('rollUp.earlierNone')}</p>;
  const rounds = earlier.map(({ id: value, name, number }) => ({ value, label: `${name} · ${number}` }));
  return (
    <Select
      className="roll-up-against"
      aria-label={t('rollUp.against')}
      value={comparison?.round.id ?? ''}
      options={[{ value: '', label: t('rollUp.againstNone') }, ...rounds]}
      onChange={(value) =>
        void go({
          to: '/inspections/$id/roll-up',
          params: { id },
          search: value === '' ? {} : { against: value },
        })
      }
    />
  );
}
