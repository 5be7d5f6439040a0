import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { Conclusion } from '../api/types';
import { countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { BoundFindings } from './bound-findings';
import { ConclusionActs } from './conclusion-acts';
import { inBrackets } from '../i18n/punctuation';

/** One conclusion: what was found about an object, what it says to that, and until when it may have it reviewed. */
export function ConclusionPage() {
  const { id } = useParams({ from: '/inside/conclusions/$id' });
  const query = useQuery(lists.conclusion(id));
  return <Remote query={query}>{(conclusion) => <Whole conclusion={conclusion} />}</Remote>;
}

function Whole({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  const { unit, number, inspection, state, words, bound, cleared } = conclusion;
  return (
    <>
      <PageHead
        title={`${unit.shortName} · ${number ?? t('conclusion.unnumbered')}`}
        sub={`${inspection.name} · ${t(`conclusion.state.${state}`)}`}
        acts={<ConclusionActs conclusion={conclusion} />}
      />
      <p className="soft next-line">
        {t(`conclusion.next.${state === 'checking' && conclusion.checkOutcome !== null ? 'checked' : state}`)}
      </p>
      <Facts conclusion={conclusion} />
      <p className="words sheet finding-section">{words}</p>
      <section className="stack finding-section" aria-label={t('conclusion.bound')}>
        <h2>{t('conclusion.bound')}</h2>
        {bound.length === 0 ? (
          <p className="soft">{t(cleared ? 'conclusion.cleared' : 'conclusion.noBound')}</p>
        ) : (
          <BoundFindings bound={bound} conclusion={conclusion} />
        )}
      </section>
    </>
  );
}

const bases = ['county.supervision/fact_check', 'cn.inspection_review/apply', 'cn.inspection_review/decide'] as const;

/** The rule a date rests on, in words where the product knows it. */
export function useBasisWords(): (basis: string | null) => string {
  const { t } = useTranslation();
  return (basis) => {
    const known = bases.find((one) => one === basis);
    return known === undefined ? (basis ?? '') : t(`conclusion.basisOf.${known}`);
  };
}

function Facts({ conclusion }: { conclusion: Conclusion }) {
  const { t } = useTranslation();
  const inWords = useBasisWords();
  const { checkDueAt, checkBasis, checkOutcome, checkWords, issuedBy, issuedAt, servedAt, receipt, reviewUntil } =
    conclusion;
  const by = (until: string, basis: string | null): string => `${countyTime(until)}${inBrackets(inWords(basis))}`;
  const facts: [string, string | null][] = [
    [t('conclusion.checkBy'), checkDueAt && by(checkDueAt, checkBasis)],
    ...answerOf(checkOutcome, checkWords, t),
    [t('conclusion.issuedBy'), issuedBy && issuedAt && `${issuedBy} ${countyTime(issuedAt)}`],
    [t('conclusion.served'), receipt && servedAt && `${t(`conclusion.receipt.${receipt}`)} ${countyTime(servedAt)}`],
    [t('conclusion.reviewUntil'), reviewUntil && by(reviewUntil, conclusion.reviewBasis)],
    [t('conclusion.rectification'), t(`conclusion.waits.${conclusion.rectificationWaits}`)],
  ];
  return (
    <>
      <FactList
        facts={facts.flatMap(([label, value]): [string, string][] => (value === null ? [] : [[label, value]]))}
      />
      <CheckEvidence files={conclusion.checkEvidence} />
    </>
  );
}

/** What the object brought to the fact check. */
function CheckEvidence({ files }: { files: Conclusion['checkEvidence'] }) {
  const { t } = useTranslation();
  if (files.length === 0) return null;
  return (
    <section className="stack" aria-label={t('conclusion.checkEvidence')}>
      <b>{t('conclusion.checkEvidence')}</b>
      <EvidenceList files={files} />
    </section>
  );
}

/** Facts of a record, one line each. */
export function FactList({ facts }: { facts: [string, string][] }) {
  return (
    <dl className="facts sheet">
      {facts.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const outcomes = ['no_objection', 'objection', 'silence'] as const;

function answerOf(outcome: string | null, words: string | null, t: TFunction): [string, string][] {
  const known = outcomes.find((one) => one === outcome);
  if (known === undefined) return [];
  const said = words === null || words === '' ? '' : ` · ${words}`;
  return [[t('conclusion.point'), `${t(`conclusion.checkOutcome.${known}`)}${said}`]];
}
