import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { records } from '../api/records';
import type { TaskView } from '../api/types';
import { Broken } from '../app/boundary';
import { TaskClocks } from '../clock/task-clocks';
import { SlipSection } from '../slip/slip-section';
import { RequestsSection } from '../request/requests-section';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { TaskStateMark } from '../shared/state-mark';
import { AnswerList } from './answers';
import { Children } from './children';
import { Facts } from './facts';
import { FindingOfTask } from './finding-of-task';
import { Instructions } from './instructions';
import { NextStep } from './next-step';
import { Corrections, Presentation, Suspensions, Verifications } from './past';
import { Stages } from './stages';
import { Timeline } from './timeline';
import { Units } from './units';
import { UrgingSection } from './urgings';

/** One task: what this person must do now, then everything known about it. */
export function TaskPage() {
  const { id } = useParams({ from: '/inside/tasks/$id' });
  const query = useQuery(records.task(id));
  if (query.error instanceof Problem && query.data === undefined && query.error.status < 500)
    return <Broken error={query.error} />;
  return (
    <Remote query={query} rows={12}>
      {(task) => <TaskSheet task={task} />}
    </Remote>
  );
}

function TaskSheet({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  return (
    <article className="task">
      <TaskHead task={task} />
      <Stages state={task.state} />
      <div className="task-columns">
        <div className="stack">
          <NextStep task={task} />
          <section className="sheet">
            <Demand task={task} />
            <FindingOfTask taskId={task.id} />
          </section>
          <Instructions
            subjectType="task"
            subjectId={task.id}
            instructions={task.instructions}
            mayGive={task.actions.includes('instructions')}
          />
          <Units task={task} />
          <RequestsSection taskId={task.id} />
          <UrgingSection taskId={task.id} />
          <SlipSection taskId={task.id} />
          <TaskClocks task={task} />
          <AnswerList task={task} />
          <Presentation task={task} />
          <Verifications task={task} />
          <Corrections task={task} />
          <Suspensions task={task} />
          <Children task={task} />
        </div>
        <aside className="stack" aria-label={t('task.facts')}>
          <Facts task={task} />
          <Timeline taskId={task.id} />
        </aside>
      </div>
    </article>
  );
}

function TaskHead({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  return (
    <PageHead
      title={task.title || t('task.untitled')}
      sub={
        <span className="row">
          <span>{task.number ?? '—'}</span>
          <TaskStateMark state={task.state} suspended={task.suspended} />
          {task.round > 1 ? <span>{t('task.round', { n: task.round })}</span> : null}
        </span>
      }
      acts={
        <>
          <Link to="/tasks/$id/schedule" params={{ id: task.id }}>
            {t('schedule.page')}
          </Link>
          {task.assignments.length === 0 ? null : (
            <Link to="/tasks/$id/slip" params={{ id: task.id }}>
              {t('task.slip')}
            </Link>
          )}
        </>
      }
    />
  );
}

function Demand({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t('task.demand')}</h2>
      <p className="words task-demand">{task.demand}</p>
      {task.targetValue === null ? null : (
        <p className="soft">
          {t('task.quantity', {
            current: task.currentValue ?? 0,
            target: task.targetValue,
            unit: task.targetUnit ?? '',
          })}
        </p>
      )}
    </>
  );
}
