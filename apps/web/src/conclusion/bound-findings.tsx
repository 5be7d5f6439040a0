import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { BoundFinding, Conclusion } from '../api/types';
import { countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { PointDialog } from './conclusion-dialogs';

interface BoundProps {
  bound: BoundFinding[];
  /** Absent where nothing can be decided here. */
  conclusion?: Conclusion;
}

/** The findings that a conclusion is built of, each with its evidence and what its object says. */
export function BoundFindings({ bound, conclusion }: BoundProps) {
  return (
    <ul className="plain-list cards">
      {bound.map((finding) => (
        <Bound key={finding.findingId} finding={finding} conclusion={conclusion} />
      ))}
    </ul>
  );
}

function Bound({ finding, conclusion }: { finding: BoundFinding; conclusion?: Conclusion }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const { words, severity, standing, site, clauseText, evidence, taskId, taskDueAt } = finding;
  return (
    <li className="card">
      <span className="spread">
        <span className="finding-marks">
          {site === null ? null : <b>{site.name}</b>}
          <span className={severity === 'serious' ? 'grave' : 'soft'}>{t(`finding.severity.${severity}`)}</span>
        </span>
        <b className="soft">{t(`finding.standing.${standing}`)}</b>
      </span>
      <p className="words">{words}</p>
      {clauseText === null ? null : <span className="soft small">{clauseText}</span>}
      {evidence.length === 0 ? null : <EvidenceList pictures files={evidence} />}
      <Point finding={finding} conclusion={conclusion} />
      {taskId === null || !acts.includes('task.read') ? null : (
        <span className="row">
          <Link to="/tasks/$id" params={{ id: taskId }}>
            <Button>{t('finding.task')}</Button>
          </Link>
          {taskDueAt === null ? null : (
            <span className="soft small">{`${t('finding.due')} ${countyTime(taskDueAt)}`}</span>
          )}
        </span>
      )}
    </li>
  );
}

function Point({ finding, conclusion }: { finding: BoundFinding; conclusion?: Conclusion }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const { point, pointOutcome, pointReason } = finding;
  if (point === null) return null;
  return (
    <>
      <p className="words">
        <b>{t('conclusion.point')}</b>
        {t('general.colon')}
        {point}
      </p>
      {pointOutcome === null ? null : (
        <p className="words">
          <b>{t(`conclusion.outcome.${pointOutcome}`)}</b> {pointReason}
        </p>
      )}
      {pointOutcome === null && conclusion?.actions.includes('decide_point') === true ? (
        <span className="row">
          <Button onClick={() => setOpen(true)}>{t('conclusion.act.decide_point')}</Button>
        </span>
      ) : null}
      {open && conclusion !== undefined ? (
        <PointDialog conclusion={conclusion} finding={finding} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
