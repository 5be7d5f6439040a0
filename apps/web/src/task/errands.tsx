import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { AssignmentView, Errand, Errands as ErrandsOf } from '../api/types';
import { countyTime } from '../shared/county-time';
import { EvidenceList } from '../shared/evidence';
import { GiveDialog, ReasonDialog, ReportDialog } from './errand-dialogs';

/** Who inside the unit does what of an assignment; only the unit and the bureau ever see it. */
export function Errands({ assignment }: { assignment: AssignmentView }) {
  const begun = assignment.state !== 'queued' && assignment.state !== 'delivered';
  return assignment.inside && begun ? <ErrandSection assignment={assignment} /> : null;
}

function ErrandSection({ assignment }: { assignment: AssignmentView }) {
  const { t } = useTranslation();
  const { data } = useQuery(records.errands(assignment.id));
  const [giving, give] = useState(false);
  if (data === undefined || (data.items.length === 0 && !data.mayGive)) return null;
  return (
    <section className="errands" aria-label={t('errand.title')}>
      <div className="spread">
        <h3>{t('errand.title')}</h3>
        {data.mayGive ? <Button onClick={() => give(true)}>{t('errand.give')}</Button> : null}
      </div>
      {data.items.length === 0 ? <p className="soft small">{t('errand.none')}</p> : null}
      <ul className="plain-list">
        {data.items.map((errand) => (
          <ErrandLine key={errand.id} errand={errand} assignmentId={assignment.id} />
        ))}
      </ul>
      <p className="faint small">{t('errand.secret')}</p>
      {giving ? <GiveDialog assignment={assignment} staff={staffLeft(data)} onClose={() => give(false)} /> : null}
    </section>
  );
}

/** Who has nothing of it in hand yet. */
function staffLeft({ staff, items }: ErrandsOf): ErrandsOf['staff'] {
  const busy = new Set(items.filter(({ state }) => state !== 'recalled').map(({ person }) => person.id));
  return staff.filter(({ id }) => !busy.has(id));
}

type Open = 'report' | 'return' | 'recall';

function ErrandLine({ errand, assignmentId }: { errand: Errand; assignmentId: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Open | null>(null);
  const close = () => setOpen(null);
  const acts = (['report', 'return', 'recall'] as const).filter((act) => errand.actions.includes(act));
  return (
    <li className="errand" data-state={errand.state}>
      <ErrandHead errand={errand} />
      {errand.reports.map((report) => (
        <div key={report.id} className="report">
          <p className="words">
            {report.words} <span className="faint small">{countyTime(report.reportedAt)}</span>
          </p>
          {report.evidence.length === 0 ? null : <EvidenceList files={report.evidence} />}
        </div>
      ))}
      {acts.length === 0 ? null : (
        <div className="row">
          {acts.map((act) => (
            <Button key={act} size="small" type={act === 'report' ? 'primary' : 'default'} onClick={() => setOpen(act)}>
              {t(`errand.${act}`)}
            </Button>
          ))}
        </div>
      )}
      {open === 'report' ? <ReportDialog errand={errand} assignmentId={assignmentId} onClose={close} /> : null}
      {open === 'return' || open === 'recall' ? (
        <ReasonDialog act={open} errand={errand} assignmentId={assignmentId} onClose={close} />
      ) : null}
    </li>
  );
}

function ErrandHead({ errand }: { errand: Errand }) {
  const { t } = useTranslation();
  const { person, title, state } = errand;
  return (
    <>
      <p className="row">
        <b>{person.name}</b>
        {title === null ? null : <span className="faint small">{title}</span>}
        <span className="small">{t(`errand.state.${state}`)}</span>
        {title === null && state !== 'recalled' ? <b className="late">{t('errand.left')}</b> : null}
        {errand.overdue ? <b className="late">{t('errand.late')}</b> : null}
      </p>
      <p className="words">{errand.note}</p>
      <p className="faint small">
        {t('errand.givenBy', { name: errand.givenBy.name, at: countyTime(errand.givenAt) })}
        {errand.innerDueAt === null ? null : ` · ${t('errand.until', { at: countyTime(errand.innerDueAt) })}`}
      </p>
    </>
  );
}
