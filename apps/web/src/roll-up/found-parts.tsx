import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { InspectionRollUp } from '../api/field-types';

/** Red lines that were crossed, each with its visit behind it. */
export function Crossings({ crossings }: { crossings: InspectionRollUp['crossings'] }) {
  const { t } = useTranslation();
  if (crossings.length === 0) return <p className="soft">{t('rollUp.crossingsEmpty')}</p>;
  return (
    <ul className="plain-list cards">
      {crossings.map(({ visitId, findingId, place, unit, clause, text }) => (
        <li key={findingId ?? `${visitId} ${clause}`} className="card">
          <span className="spread">
            <Link className="underlined" to="/visits/$id" params={{ id: visitId }}>
              {place}
            </Link>
            <span className="soft small">{unit.shortName}</span>
          </span>
          <b className="grave">{text}</b>
          {findingId === null ? <span className="soft small">{t('rollUp.byAnswer')}</span> : null}
        </li>
      ))}
    </ul>
  );
}

/** Findings by clause, common ones first. */
export function Problems({ problems }: { problems: InspectionRollUp['problems'] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return <p className="soft">{t('rollUp.problemsEmpty')}</p>;
  const rank = (kind: string): number => (kind === 'common' ? 0 : 1);
  const sorted = [...problems].sort((a, b) => rank(a.class) - rank(b.class));
  return (
    <ul className="plain-list cards">
      {sorted.map((problem) => (
        <li key={problem.clause} className="card">
          <span className="spread">
            <b>{problem.text}</b>
            <b className={problem.class === 'common' ? 'grave' : 'soft'}>{t(`rollUp.class.${problem.class}`)}</b>
          </span>
          <span className="soft small">{t('rollUp.problemFacts', { ...problem })}</span>
          <span className="soft small">{t(problem.decided ? 'rollUp.decided' : 'rollUp.suggested')}</span>
        </li>
      ))}
    </ul>
  );
}

/** Visits that did not reach what they were meant for, and why. */
export function Misses({ misses }: { misses: InspectionRollUp['misses'] }) {
  const { t } = useTranslation();
  if (misses.length === 0) return <p className="soft">{t('rollUp.missesEmpty')}</p>;
  return (
    <ul className="plain-list cards">
      {misses.map(({ visitId, name, village, unit, group, why, note }) => (
        <li key={visitId} className="card">
          <span className="spread">
            <Link className="underlined" to="/visits/$id" params={{ id: visitId }}>
              {village === null ? name : `${village} ${name}`}
            </Link>
            <b>{t(`rollUp.why.${why}`)}</b>
          </span>
          <span className="soft small">{t('rollUp.missOf', { unit: unit.shortName, group })}</span>
          {note === null ? null : <span className="small">{note}</span>}
        </li>
      ))}
    </ul>
  );
}
