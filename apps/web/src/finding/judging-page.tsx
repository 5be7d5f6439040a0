import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { SharedProblem, SpreadTable } from '../api/types';
import { DraftDialog } from '../conclusion/draft-dialog';
import { EmptyBlock } from '../shared/blocks';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { CallDialog, SelfCheckDialog } from './problem-dialogs';
import { colon, comma } from '../i18n/punctuation';

type Spread = SpreadTable['spreads'][number];

/** What the findings of one inspection come to: spread and common problems, then the conclusions. */
export function JudgingPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/inspections/$id/findings' });
  const { acts } = useMe();
  const inspection = useQuery(lists.inspection(id));
  const spreads = useQuery(lists.spreads(id));
  const problems = useQuery(lists.commonProblems(id));
  const [drafting, draft] = useState(false);
  return (
    <>
      <PageHead
        title={t('finding.spread.title')}
        sub={
          <Link className="underlined" to="/inspections/$id" params={{ id }}>
            {inspection.data?.name ?? t('inspection.title')}
          </Link>
        }
        acts={
          <>
            <Link to="/findings" search={{ inspectionId: id }}>
              <Button>{t('finding.title')}</Button>
            </Link>
            {acts.includes('conclusion.draft') ? (
              <Button type="primary" onClick={() => draft(true)}>
                {t('conclusion.act.draft')}
              </Button>
            ) : null}
          </>
        }
      />
      <Remote query={spreads}>{(table) => <Spreads inspectionId={id} table={table} />}</Remote>
      <section className="stack finding-section" aria-label={t('finding.spread.problems')}>
        <h2>{t('finding.spread.problems')}</h2>
        <Remote query={problems}>{(found) => <Problems inspectionId={id} problems={found} />}</Remote>
      </section>
      {drafting ? <DraftDialog inspectionId={id} onClose={() => draft(false)} /> : null}
    </>
  );
}

function Spreads({
  inspectionId,
  table: { rule, inspectedUnits, spreads },
}: {
  inspectionId: string;
  table: SpreadTable;
}) {
  const { t } = useTranslation();
  const [called, call] = useState<Spread | null>(null);
  return (
    <>
      <p className="soft spread-rule">{t('finding.spread.rule', { ...rule, inspected: inspectedUnits })}</p>
      {spreads.length === 0 ? <EmptyBlock words={t('finding.spread.empty')} /> : null}
      <ul className="plain-list cards">
        {spreads.map((spread) => (
          <SpreadCard key={spread.clause} spread={spread} onCall={() => call(spread)} />
        ))}
      </ul>
      {called === null ? null : <CallDialog inspectionId={inspectionId} spread={called} onClose={() => call(null)} />}
    </>
  );
}

function SpreadCard({ spread, onCall }: { spread: Spread; onCall: () => void }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  return (
    <li className="card">
      <span className="spread">
        <b>{spread.text}</b>
        <b className={spread.suggested === 'common' ? 'grave' : 'soft'}>
          {t(`finding.spread.suggested.${spread.suggested}`)}
        </b>
      </span>
      <span className="soft small">
        {(['findings', 'units', 'sites', 'groups'] as const)
          .map((what) => t(`finding.spread.counts.${what}`, { count: spread[what] }))
          .join(' · ')}
      </span>
      {acts.includes('common_problem.decide') ? (
        <span className="row">
          <Button onClick={onCall} aria-label={`${t('finding.spread.call')}${colon()}${spread.text}`}>
            {t('finding.spread.call')}
          </Button>
        </span>
      ) : null}
    </li>
  );
}

function Problems({ inspectionId, problems }: { inspectionId: string; problems: SharedProblem[] }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [asked, ask] = useState<SharedProblem | null>(null);
  if (problems.length === 0) return <EmptyBlock words={t('finding.spread.problemsEmpty')} />;
  return (
    <ul className="plain-list cards">
      {problems.map((problem) => (
        <li key={problem.id} className="card">
          <b>{problem.name}</b>
          <ProblemFacts problem={problem} />
          {acts.includes('common_problem.decide') && problem.uncovered.length > 0 ? (
            <span className="row">
              <Button
                type="primary"
                onClick={() => ask(problem)}
                aria-label={`${t('finding.spread.selfCheck')}${colon()}${problem.name}`}
              >
                {t('finding.spread.selfCheck')}
              </Button>
            </span>
          ) : null}
        </li>
      ))}
      {asked === null ? null : (
        <SelfCheckDialog inspectionId={inspectionId} problem={asked} onClose={() => ask(null)} />
      )}
    </ul>
  );
}

function ProblemFacts({ problem }: { problem: SharedProblem }) {
  const { t } = useTranslation();
  const { cause, measure, document, owner, findings, asked, answered, uncovered } = problem;
  const lines: [string, string | undefined | null][] = [
    [t('finding.spread.cause'), cause],
    [t('finding.spread.measure'), measure],
    [t('finding.spread.document'), document],
    [t('finding.spread.owner'), owner?.shortName],
  ];
  return (
    <>
      <span className="soft small">
        {[
          t('finding.spread.counts.findings', { count: findings }),
          t('finding.spread.asked', { count: asked }),
          t('finding.spread.answered', { count: answered }),
        ].join(' · ')}
      </span>
      {lines.map(([label, value]) =>
        value === undefined || value === null || value === '' ? null : (
          <span key={label} className="small">
            {label}
            {t('general.colon')}
            {value}
          </span>
        ),
      )}
      <span className="soft small">
        {uncovered.length === 0
          ? t('finding.spread.covered')
          : t('finding.spread.uncovered', { units: uncovered.map(({ shortName }) => shortName).join(comma()) })}
      </span>
    </>
  );
}
