import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { ReviewBrief } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { ReviewRuleLine } from './review-rule';

/** Reviews of conclusions, newest first. */
export function ReviewsPage() {
  const { t } = useTranslation();
  const reviews = useInfiniteQuery(lists.reviews({}));
  return (
    <>
      <PageHead title={t('review.title')} sub={t('review.note')} />
      <ReviewRuleLine />
      <RemotePages query={reviews} empty={t('review.empty')} rows={4}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((review) => (
              <ReviewCard key={review.id} review={review} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function ReviewCard({ review }: { review: ReviewBrief }) {
  const { t } = useTranslation();
  const { id, conclusionNumber, unit, state, verdict, appliedAt, decideBy, reviewer, inspection } = review;
  const facts = [
    inspection.name,
    `${t('review.applied')} ${countyDay(appliedAt)}`,
    ...(state === 'applied' || state === 'admitted' ? [`${t('review.decideBy')} ${countyTime(decideBy)}`] : []),
    ...(reviewer === null ? [] : [`${t('review.reviewer')} ${reviewer.name}`]),
  ];
  return (
    <li className="card">
      <span className="spread">
        <Link className="underlined" to="/reviews/$id" params={{ id }}>
          <b>{`${unit.shortName} · ${t('review.of', { number: conclusionNumber ?? '' })}`}</b>
        </Link>
        <b className="soft">
          {t(`review.state.${state}`)}
          {verdict === null ? '' : ` · ${t(`review.verdict.${verdict}`)}`}
        </b>
      </span>
      <span className="soft small">{facts.join(' · ')}</span>
    </li>
  );
}
