import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Review } from '../api/types';
import { BoundFindings } from '../conclusion/bound-findings';
import { FactList, useBasisWords } from '../conclusion/conclusion-page';
import { countyDay, countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { ReviewDialog, type ReviewAct } from './review-dialogs';
import { colon, inBrackets } from '../i18n/punctuation';

/** One review: what its object says, the conclusion it is about, the reviewer's word and the decision. */
export function ReviewPage() {
  const { id } = useParams({ from: '/inside/reviews/$id' });
  const query = useQuery(lists.review(id));
  return <Remote query={query}>{(review) => <Whole review={review} />}</Remote>;
}

function Whole({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { unit, conclusionNumber, state, grounds, conclusionWords, bound, evidence, conclusionId, inspection } = review;
  const { actions, proposal } = review;
  const mayAdmit = useMe().acts.includes('review.admit');
  return (
    <>
      <PageHead
        title={`${unit.shortName} · ${t('review.of', { number: conclusionNumber ?? '' })}`}
        sub={`${inspection.name} · ${t(`review.state.${state}`)}`}
        acts={<Acts review={review} />}
      />
      <p className="soft next-line">
        {state === 'applied' && mayAdmit && !actions.includes('admit')
          ? t('review.othersAdmit')
          : t(`review.next.${state === 'admitted' && proposal !== null ? 'proposed' : state}`)}
      </p>
      <Facts review={review} />
      <Section title={t('review.grounds')}>
        <p className="words sheet">{grounds}</p>
        {evidence.length === 0 ? null : <EvidenceList files={evidence} pictures />}
      </Section>
      <Opinions review={review} />
      <Section title={t('review.conclusion')}>
        <p className="words sheet">{conclusionWords}</p>
        <BoundFindings bound={bound} />
        <ConclusionLink id={conclusionId} />
      </Section>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="stack finding-section" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function ConclusionLink({ id }: { id: string }) {
  const { t } = useTranslation();
  return (
    <Link className="underlined" to="/conclusions/$id" params={{ id }}>
      {t('review.toConclusion')}
    </Link>
  );
}

function Facts({ review }: { review: Review }) {
  const { t } = useTranslation();
  const inWords = useBasisWords();
  const { appliedAt, decideBy, basis, reviewer, rectificationWaits } = review;
  const facts: [string, string][] = [
    [t('review.applied'), countyTime(appliedAt)],
    [t('review.decideBy'), `${countyTime(decideBy)}${inBrackets(inWords(basis))}`],
    ...(reviewer === null ? [] : [[t('review.reviewer'), reviewer.name] satisfies [string, string]]),
    [t('conclusion.rectification'), t(`conclusion.waits.${rectificationWaits}`)],
  ];
  return <FactList facts={facts} />;
}

function Opinions({ review }: { review: Review }) {
  const { t } = useTranslation();
  const { proposal, proposalWords, proposalChanges, verdict, decidedWords, changes, decidedBy, decidedAt, whySigner } =
    review;
  return (
    <>
      {proposal === null ? null : (
        <Section title={t('review.proposal')}>
          <p className="words sheet">
            <b>{t(`review.verdict.${proposal}`)}</b> {proposalWords}
          </p>
          <Changes review={review} changes={proposalChanges} />
        </Section>
      )}
      {decidedWords === null ? null : (
        <Section title={t('review.decision')}>
          <p className="words sheet">
            {verdict === null ? null : <b>{t(`review.verdict.${verdict}`)} </b>}
            {decidedWords}{' '}
            <span className="faint small">
              {t('review.decided', { name: decidedBy ?? '', day: decidedAt === null ? '' : countyDay(decidedAt) })}
            </span>
          </p>
          {whySigner === null ? null : <p className="soft small">{`${t('review.whySigner')}${colon()}${whySigner}`}</p>}
          <Changes review={review} changes={changes} />
        </Section>
      )}
    </>
  );
}

function Changes({ review, changes }: { review: Review; changes: Review['changes'] }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  const wordsOf = (id: string) => review.bound.find(({ findingId }) => findingId === id)?.words ?? '';
  return (
    <ul>
      {changes.map(({ findingId, to, words }) => (
        <li key={findingId}>
          <b>{t(`review.changes.${to}`)}</b> {wordsOf(findingId)}
          {words === null ? null : ` → ${words}`}
        </li>
      ))}
    </ul>
  );
}

const acts: readonly ReviewAct[] = ['admit', 'refuse', 'withdraw', 'propose', 'decide'];

function Acts({ review }: { review: Review }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<ReviewAct | null>(null);
  return (
    <>
      {acts
        .filter((act) => review.actions.includes(act))
        .map((act) => (
          <Button
            key={act}
            type={act === 'refuse' || act === 'withdraw' ? 'default' : 'primary'}
            onClick={() => setOpen(act)}
          >
            {t(`review.act.${act}`)}
          </Button>
        ))}
      {open === null ? null : <ReviewDialog act={open} review={review} onClose={() => setOpen(null)} />}
    </>
  );
}
