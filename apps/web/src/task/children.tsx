import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { TaskBrief, TaskView } from '../api/types';
import { clockStopped } from '../shared/clock-stopped';
import { Due } from '../shared/due';
import { TaskStateMark } from '../shared/state-mark';

/** The parts of a split task with their roll-up, and the way up to the parent. */
export function Children({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  if (task.parent === null && task.children.length === 0) return null;
  return (
    <section className="sheet">
      {task.parent === null ? null : (
        <>
          <h2>{t('task.parent')}</h2>
          <TaskLines tasks={[task.parent]} />
        </>
      )}
      {task.children.length === 0 ? null : (
        <>
          <div className="spread">
            <h2>{t('task.children')}</h2>
            {task.rollUp === null ? null : <span className="soft">{t('task.rollUp', task.rollUp)}</span>}
          </div>
          <TaskLines tasks={task.children} />
        </>
      )}
    </section>
  );
}

/** Tasks as lines: title, unit, state, date. */
export function TaskLines({ tasks }: { tasks: TaskBrief[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list task-lines">
      {tasks.map((task) => (
        <li key={task.id}>
          <Link to="/tasks/$id" params={{ id: task.id }}>
            {task.title || t('task.untitled')}
          </Link>
          <span className="row small">
            <span className="soft">{task.leadUnit?.shortName ?? '—'}</span>
            <TaskStateMark state={task.state} suspended={task.suspended} />
            <Due
              at={task.dueAt}
              overdue={task.overdue}
              running={!task.suspended && !clockStopped.includes(task.state)}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
