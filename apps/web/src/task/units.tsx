import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import type { AssignmentView, TaskView } from '../api/types';
import { ActButton, MoreActs } from '../shared/acts/act-button';
import { offered } from '../shared/acts/acts';
import { countyTime } from '../shared/county-time';
import { Due } from '../shared/due';
import { AssignmentStateMark } from '../shared/state-mark';
import { Errands } from './errands';
import { Ground } from './ground';
import { RoutineReport } from './routine';
import { assignmentSubject } from './subjects';

const answering = ['report', 'sign', 'submit', 'sign_off', 'return', 'withdraw', 'accept'];

/** Every unit's assignment of this task: where it stands, what it last said, and what may be done to it. */
export function Units({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  if (task.assignments.length === 0) return null;
  return (
    <section className="sheet">
      <h2>{t('task.unitsTitle')}</h2>
      <ul className="plain-list units">
        {task.assignments.map((assignment) => (
          <UnitLine key={assignment.id} assignment={assignment} />
        ))}
      </ul>
    </section>
  );
}

function UnitLine({ assignment }: { assignment: AssignmentView }) {
  const { t } = useTranslation();
  const { unit, duty, state, dueAt, overdue, signedBy, signedAt } = assignment;
  const me = useMe();
  const running = ['queued', 'delivered', 'signed', 'submitted'].includes(state);
  return (
    <li className="unit-line">
      <div className="spread">
        <span className="row">
          <b className="duty" data-duty={duty}>
            {t(`words.duty.${duty}`)}
          </b>
          <b>{unit.shortName}</b>
          <AssignmentStateMark state={state} />
        </span>
        <Due at={dueAt} overdue={overdue} running={running} />
      </div>
      <p className="faint small">
        {signedAt === null
          ? t('task.notSigned')
          : t('task.signedBy', { name: signedBy?.name ?? '—', at: countyTime(signedAt) })}
      </p>
      <RefusedService assignment={assignment} />
      {assignment.returnWords === null ? null : (
        <p className="returned">
          <b>
            {t('task.returned')}
            {t('general.colon')}
          </b>
          {assignment.returnWords}
        </p>
      )}
      {unit.id === me.acting?.unit.id ? <Ground assignmentId={assignment.id} /> : null}
      <RoutineReport duty={assignment.reportDuty} />
      <LastReport assignment={assignment} />
      <Errands assignment={assignment} />
      <UnitActs assignment={assignment} />
    </li>
  );
}

function RefusedService({ assignment: { refusal } }: { assignment: AssignmentView }) {
  const { t } = useTranslation();
  if (refusal === null) return null;
  const key = refusal.confirmed ? 'task.refused' : 'task.refusalWaits';
  return <p className="small">{t(key, { at: countyTime(refusal.at) })}</p>;
}

function LastReport({ assignment }: { assignment: AssignmentView }) {
  const { t } = useTranslation();
  const report = assignment.lastReport;
  if (report === null) return null;
  return (
    <div className="report">
      <p className="words">
        <b>
          {t('task.lastReport')}
          {t('general.colon')}
        </b>
        {report.progress} <span className="faint small">{countyTime(report.reportedAt)}</span>
      </p>
      {report.problem === '' ? null : (
        <p className="words">
          <b>
            {t('task.problem')}
            {t('general.colon')}
          </b>
          {report.problem}
        </p>
      )}
      {report.nextStep === '' ? null : (
        <p className="words">
          <b>
            {t('task.nextStep')}
            {t('general.colon')}
          </b>
          {report.nextStep}
        </p>
      )}
    </div>
  );
}

function UnitActs({ assignment }: { assignment: AssignmentView }) {
  const specs = offered('assignment', assignment.actions);
  const subject = assignmentSubject(assignment);
  const shown = specs.filter((spec) => answering.includes(spec.act));
  if (specs.length === 0) return null;
  return (
    <div className="row unit-acts">
      {shown.map((spec) => (
        <ActButton key={spec.act} spec={spec} subject={subject} />
      ))}
      <MoreActs specs={specs.filter((spec) => !answering.includes(spec.act))} subject={subject} />
    </div>
  );
}
