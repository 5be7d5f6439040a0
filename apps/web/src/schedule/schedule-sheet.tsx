import { useTranslation } from 'react-i18next';
import type { ScheduleView } from '../api/types';
import { EmptyBlock } from '../shared/blocks';
import { Gantt } from './gantt';
import { useUnitNames } from './unit-names';
import { Verdict } from './verdict';

/** A plan to look at. */
export function ScheduleSheet({ kept: { steps, plan, state } }: { kept: ScheduleView }) {
  const { t } = useTranslation();
  const unitNames = useUnitNames();
  if (plan === null) return <EmptyBlock words={t('schedule.none')} />;
  return (
    <div className="stack">
      {state === 'applied' ? <p className="soft">{t('schedule.applied')}</p> : <Verdict plan={plan} steps={steps} />}
      <section className="sheet" aria-label={t('schedule.page')}>
        <Gantt steps={steps} plan={plan} unitNames={unitNames} />
      </section>
    </div>
  );
}
