import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { ConclusionBrief } from '../api/types';
import { deskOf } from '../app/desks';
import { countyTime } from '../shared/county-time';
import { ReportRetaliationButton } from '../retaliation/report-button';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';

/** Conclusions; a unit finds here what is to be checked, signed for, or reviewed. */
export function ConclusionsPage() {
  const { t } = useTranslation();
  const { acting } = useMe();
  const conclusions = useInfiniteQuery(lists.conclusions({}));
  const isUnit = deskOf(acting?.role) === 'unit';
  return (
    <>
      <PageHead
        title={t(isUnit ? 'conclusion.ours' : 'conclusion.title')}
        sub={t(isUnit ? 'conclusion.oursNote' : 'conclusion.note')}
        acts={<ReportRetaliationButton />}
      />
      <RemotePages query={conclusions} empty={t('conclusion.empty')} rows={4}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((conclusion) => (
              <ConclusionCard key={conclusion.id} conclusion={conclusion} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function ConclusionCard({ conclusion }: { conclusion: ConclusionBrief }) {
  const { t } = useTranslation();
  const { id, number, unit, inspection, state, findings, checkDueAt, checkOutcome, reviewUntil } = conclusion;
  const facts = [
    inspection.name,
    t('conclusion.findings', { count: findings }),
    ...(state === 'checking' && checkOutcome === null && checkDueAt !== null
      ? [`${t('conclusion.checkBy')} ${countyTime(checkDueAt)}`]
      : []),
    ...(state === 'served' && reviewUntil !== null
      ? [`${t('conclusion.reviewUntil')} ${countyTime(reviewUntil)}`]
      : []),
  ];
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/conclusions/$id" params={{ id }}>
          <b>{`${unit.shortName} · ${number ?? t('conclusion.unnumbered')}`}</b>
        </Link>
        <b className="soft">{t(`conclusion.state.${state}`)}</b>
      </span>
      <span className="soft small">{facts.join(' · ')}</span>
    </li>
  );
}
