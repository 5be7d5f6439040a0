import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import type { LateCase } from '../api/types';
import { limitOf } from '../clock/clock-words';
import { countyTime } from '../shared/county-time';
import { RemotePages } from '../shared/remote';
import { ObjectionLine } from './objection-line';
import { ObjectAllDialog, ObjectDialog } from './slip-dialogs';

/** What the figures count as late, and the unit’s objection to it. */
export function LateCases() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.lateCases());
  return (
    <section className="sheet" aria-label={t('slip.late')}>
      <h2>{t('slip.late')}</h2>
      <p className="soft small">{t('slip.lateNote')}</p>
      <RemotePages query={query} empty={t('slip.lateNone')} rows={3}>
        {(cases) => (
          <ul className="plain-list">
            {cases.map((one) => (
              <Line key={one.assignmentId} late={one} />
            ))}
            <All cases={cases} />
          </ul>
        )}
      </RemotePages>
    </section>
  );
}

/** One act for the whole row, where more than one may be objected to. */
function All({ cases }: { cases: readonly LateCase[] }) {
  const { t } = useTranslation();
  const [objecting, object] = useState(false);
  if (cases.filter(({ actions }) => actions.includes('object')).length < 2) return null;
  return (
    <li>
      <Button onClick={() => object(true)}>{t('slip.objectAll')}</Button>
      {objecting ? <ObjectAllDialog onClose={() => object(false)} /> : null}
    </li>
  );
}

function Line({ late }: { late: LateCase }) {
  const { t } = useTranslation();
  const [objecting, object] = useState(false);
  const answered =
    late.answeredAt === null ? t('slip.lateOpen') : t('slip.lateAnswered', { at: countyTime(late.answeredAt) });
  return (
    <li className="slip-line">
      <p className="row">
        <Link to="/tasks/$id" params={{ id: late.taskId }}>
          {late.taskTitle || t('task.untitled')}
        </Link>
        <span className="faint small">{late.taskNumber}</span>
      </p>
      <p className="small">
        {late.unit.shortName} · {t('slip.lateLine', { original: limitOf(late.originalDueAt), answered })}
      </p>
      {late.objection === null ? null : <ObjectionLine objection={late.objection} inSlip />}
      {late.actions.includes('object') ? <Button onClick={() => object(true)}>{t('slip.object')}</Button> : null}
      {objecting ? (
        <ObjectDialog
          assignmentId={late.assignmentId}
          slipId={null}
          subject={late.taskTitle}
          onClose={() => object(false)}
        />
      ) : null}
    </li>
  );
}
