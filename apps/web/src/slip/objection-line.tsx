import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Objection } from '../api/types';
import { limitOf } from '../clock/clock-words';
import { countyTime } from '../shared/county-time';
import { DecideDialog } from './slip-dialogs';

/** One objection, with its decision or the button to decide. */
export function ObjectionLine({ objection, inSlip = false }: { objection: Objection; inSlip?: boolean }) {
  const { t } = useTranslation();
  const [deciding, decide] = useState(false);
  const { raisedBy, raisedAt, verdict, reason, decidedBy, decidedAt, decideBy } = objection;
  return (
    <div className="report">
      {inSlip ? null : <Subject objection={objection} />}
      <p className="words">
        <b>{t(`slip.objection.${verdict ?? 'raised'}`)}</b>
        {t('general.colon')}
        {objection.words}{' '}
        <span className="faint small">{t('slip.objection.by', { name: raisedBy.name, at: countyTime(raisedAt) })}</span>
        {decideBy === null ? null : (
          <span className="faint small"> · {t('slip.objection.until', { at: limitOf(decideBy) })}</span>
        )}
      </p>
      {reason === null || decidedBy === null ? null : (
        <p className="words">
          {reason}{' '}
          <span className="faint small">
            {t('slip.decidedBy', { name: decidedBy.name, at: countyTime(decidedAt ?? '') })}
          </span>
        </p>
      )}
      {objection.actions.includes('decide_objection') ? (
        <Button type="primary" onClick={() => decide(true)}>
          {t('slip.decide')}
        </Button>
      ) : null}
      {deciding ? <DecideDialog objection={objection} onClose={() => decide(false)} /> : null}
    </div>
  );
}

function Subject({ objection: { unit, against, slipNumber, taskId, taskTitle } }: { objection: Objection }) {
  const { t } = useTranslation();
  return (
    <p className="row">
      <b>{unit.shortName}</b>
      <span>{t(`slip.objection.against.${against}`, { number: slipNumber })}</span>
      <Link to="/tasks/$id" params={{ id: taskId }}>
        {taskTitle || t('task.untitled')}
      </Link>
    </p>
  );
}
