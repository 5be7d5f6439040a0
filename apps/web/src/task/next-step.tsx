import { useTranslation } from 'react-i18next';
import type { AssignmentView, TaskView } from '../api/types';
import { ActButton, MoreActs } from '../shared/acts/act-button';
import type { ActSpec, ActSubject } from '../shared/acts/act-spec';
import { offered } from '../shared/acts/acts';
import { RequestButtons } from '../request/requests-section';
import { Due } from '../shared/due';
import { assignmentSubject, taskSubject } from './subjects';

interface Step {
  spec: ActSpec;
  subject: ActSubject;
  due: AssignmentView | null;
}

/** Acts that push the work on, in the order of their urgency; the first allowed one is "the next step". */
const pushing = [
  'sign',
  'sign_off',
  'verify',
  'decide',
  'submit',
  'accept',
  'dispatch',
  'approve',
  'present',
  'close',
  'register',
  'propose',
  'resume',
  'confirm',
];

/** The one thing this person should do now: the server's word, else the most urgent act that is allowed. */
function nextStepOf(task: TaskView): Step | null {
  const mine = task.assignments.flatMap((due) =>
    offered('assignment', due.actions).map((spec): Step => ({ spec, subject: assignmentSubject(due), due })),
  );
  const all = [
    ...mine,
    ...offered('task', task.actions).map((spec): Step => ({ spec, subject: taskSubject(task), due: null })),
  ];
  const said = all.find((step) => step.spec.act === task.nextAction);
  if (said !== undefined) return said;
  for (const act of pushing) {
    const found = all.find((step) => step.spec.act === act);
    if (found !== undefined) return found;
  }
  return null;
}

/** The banner with the next step, or whom the task waits for; the other acts stand behind "more". */
export function NextStep({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const step = nextStepOf(task);
  const others = offered('task', task.actions).filter(
    (spec) => spec.act !== step?.spec.act || step.subject.kind !== 'task',
  );
  return (
    <section className="next" data-mine={step !== null} aria-label={t('task.next')}>
      <div>
        <p className="next-label">{step === null ? t('task.nothingNext') : t('task.next')}</p>
        <p>{t(`task.waitingFor.${task.state}`)}</p>
        {step?.due == null ? null : <Due at={step.due.dueAt} overdue={step.due.overdue} running={isOpen(step.due)} />}
      </div>
      <div className="row">
        {step === null ? null : <ActButton spec={step.spec} subject={step.subject} weight="next" size="large" />}
        <RequestButtons taskId={task.id} />
        <MoreActs specs={others} subject={taskSubject(task)} />
      </div>
    </section>
  );
}

/** A unit's clock runs until its answer is signed off. */
function isOpen(assignment: AssignmentView): boolean {
  return ['queued', 'delivered', 'signed', 'submitted'].includes(assignment.state);
}
