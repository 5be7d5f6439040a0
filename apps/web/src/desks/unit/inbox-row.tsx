import { Link } from '@tanstack/react-router';
import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AssignmentView } from '../../api/types';
import { ActButton, MoreActs } from '../../shared/acts/act-button';
import { offered } from '../../shared/acts/acts';
import { Due } from '../../shared/due';
import { AssignmentStateMark } from '../../shared/state-mark';
import { NextReport } from '../../task/routine';
import { assignmentSubject } from '../../task/subjects';

/** The act that empties a box comes first. */
const urgent = ['sign', 'sign_off', 'submit', 'report', 'return', 'accept'];
const open = ['queued', 'delivered', 'signed', 'submitted'];

interface InboxRowProps {
  assignment: AssignmentView;
  /** undefined: this row cannot be chosen. */
  chosen: boolean | undefined;
  onChoose: () => void;
}

/** One assignment in the inbox: what, by when, what came back, and what to do with it. */
export function InboxRow({ assignment, chosen, onChoose }: InboxRowProps) {
  const { t } = useTranslation();
  const { task, duty, state, dueAt, overdue } = assignment;
  return (
    <li className="inbox-row">
      {chosen === undefined ? null : (
        <Checkbox checked={chosen} onChange={onChoose} aria-label={t('general.select', { title: task.title })} />
      )}
      <div className="inbox-main">
        <p className="row inbox-title">
          <b className="duty" data-duty={duty}>
            {t(`words.duty.${duty}`)}
          </b>
          <Link to="/tasks/$id" params={{ id: assignment.taskId }}>
            {task.title}
          </Link>
        </p>
        <p className="inbox-demand soft">{task.demand}</p>
        {assignment.returnWords === null ? null : <Returned words={assignment.returnWords} />}
        <p className="row small faint">
          <span>{task.number}</span>
          <AssignmentStateMark state={state} />
          {assignment.round > 1 ? <span>{t('task.round', { n: assignment.round })}</span> : null}
          <NextReport duty={assignment.reportDuty} />
          {task.suspended ? <b>{t('general.suspended')}</b> : null}
        </p>
      </div>
      <div className="inbox-side">
        <Due at={dueAt} overdue={overdue} running={open.includes(state)} />
        <RowActs assignment={assignment} />
      </div>
    </li>
  );
}

function RowActs({ assignment }: { assignment: AssignmentView }) {
  const specs = offered('assignment', assignment.actions);
  const shown = urgent.flatMap((act) => specs.filter((spec) => spec.act === act)).slice(0, 2);
  const subject = assignmentSubject(assignment);
  if (specs.length === 0) return null;
  return (
    <div className="row">
      {shown.map((spec, at) => (
        <ActButton
          key={spec.act}
          spec={spec}
          subject={subject}
          weight={at === 0 && spec.act !== 'submit' && spec.act !== 'report' ? 'next' : 'plain'}
        />
      ))}
      <MoreActs specs={specs.filter((spec) => !shown.includes(spec))} subject={subject} />
    </div>
  );
}

function Returned({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <p className="returned">
      <b>
        {t('task.returned')}
        {t('general.colon')}
      </b>
      {words}
    </p>
  );
}
