import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanView, ScheduleStep } from '../api/types';

interface VerdictProps {
  plan: PlanView;
  steps: readonly ScheduleStep[];
}

/** Whether the end can be met: the chain that leaves least room, or the chain that proves it cannot. */
export function Verdict({ plan, steps }: VerdictProps) {
  const { t } = useTranslation();
  const names = new Map(steps.map(({ key, title }) => [key, title]));
  const chain = (keys: readonly string[]): string => keys.map((key) => names.get(key) ?? key).join(' → ');
  return (
    <div className="stack" aria-live="polite">
      {plan.impossible.map(({ reason, chain: keys, reached, wanted, days, workingDays }) => (
        <Alert
          key={reason}
          type="error"
          showIcon
          title={
            reason === 'dayMissed'
              ? t('schedule.dayMissed', { reached, wanted })
              : t('schedule.endMissed', { reached, wanted })
          }
          description={t('schedule.proof', { chain: chain(keys), from: plan.from, days, workingDays })}
        />
      ))}
      {plan.impossible.length > 0 ? null : (
        <Alert
          type="success"
          showIcon
          title={t('schedule.possible', { end: plan.endDay })}
          description={t('schedule.criticalChain', { chain: chain(plan.criticalChain) })}
        />
      )}
      {plan.provisional ? <p className="small soft">{t('schedule.provisional')}</p> : null}
    </div>
  );
}

const shown = 8;

/** What the change does to the other steps, against the saved plan. */
export function Moves({ plan, steps }: VerdictProps) {
  const { t } = useTranslation();
  const moved = plan.moved.filter(
    ({ before, after }) => before?.latestStart !== after?.latestStart || before?.latestFinish !== after?.latestFinish,
  );
  if (moved.length === 0) return null;
  const names = new Map(steps.map(({ key, title }) => [key, title]));
  return (
    <div className="gantt-acts">
      <h3>{t('schedule.moves', { count: moved.length })}</h3>
      <ul className="plain-list small">
        {moved.slice(0, shown).map(({ key, before, after }) => (
          <li key={key}>
            <b>{names.get(key) ?? key}</b>{' '}
            {after === null
              ? t('schedule.gone')
              : before === null
                ? t('schedule.added', { from: after.latestStart, to: after.latestFinish })
                : t('schedule.movedFrom', {
                    ...{ before: before.latestStart, beforeEnd: before.latestFinish },
                    ...{ after: after.latestStart, afterEnd: after.latestFinish },
                  })}
          </li>
        ))}
      </ul>
      {moved.length > shown ? (
        <p className="small faint">{t('schedule.moreMoves', { count: moved.length - shown })}</p>
      ) : null}
    </div>
  );
}
