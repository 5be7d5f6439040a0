import { useTranslation } from 'react-i18next';
import type { ClockView } from '../api/types';
import { daysUsed, type Pause } from './time-used';

interface UsedProps {
  clocks: readonly ClockView[];
  pauses: readonly Pause[];
  now: string;
}

/** How many days each holder had the task in hand, drawn to one scale. */
export function TimeUsed({ clocks, pauses, now }: UsedProps) {
  const { t } = useTranslation();
  const used = daysUsed(clocks, pauses, now);
  const most = Math.max(1, ...used.map(({ days }) => days));
  return (
    <div className="time-used">
      <h3>{t('clock.used')}</h3>
      <dl>
        {used.map(({ holder, days }) => (
          <div key={holder} data-holder={holder}>
            <dt>{t(`clock.holder.${holder}`)}</dt>
            <dd>
              <span className="used-track" aria-hidden="true">
                <span style={{ width: `${(days / most) * 100}%` }} />
              </span>
              <span className="nobreak">{t('clock.days', { n: days.toFixed(1) })}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="small faint">{t('clock.usedNote')}</p>
    </div>
  );
}
