import { useTranslation } from 'react-i18next';
import type { TaskState } from '../api/types';

const stages = ['dispatched', 'under_way', 'answered', 'verified', 'closed'] as const;

/** How many of the five stages a state has behind it; an answer counts only as "answered". */
const reached: Record<TaskState, number> = {
  draft: 0,
  proposed: 0,
  registered: 0,
  dispatched: 1,
  under_way: 2,
  answered: 3,
  verified: 4,
  presented: 4,
  closed: 5,
  effective: 5,
  cancelled: 0,
};

/** The way of a task from dispatch to closing. The claim of a unit (answered) is never drawn as the end. */
export function Stages({ state }: { state: TaskState }) {
  const { t } = useTranslation();
  const done = reached[state];
  return (
    <ol className="stages plain-list">
      {stages.map((stage, at) => {
        const place = at + 1 < done || done === stages.length ? 'done' : at + 1 === done ? 'now' : 'ahead';
        const said = { done: t('task.stageDone'), now: t('task.stageNow'), ahead: t('task.stageAhead') }[place];
        return (
          <li key={stage} data-place={place} aria-current={place === 'now' ? 'step' : undefined}>
            {t(`task.stage.${stage}`)}
            <span className="unseen">{said}</span>
          </li>
        );
      })}
    </ol>
  );
}
