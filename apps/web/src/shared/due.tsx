import { useTranslation } from 'react-i18next';
import { countyTime, distanceTo } from './county-time';

const nearDays = 3;

interface DueProps {
  at: string | null;
  /** The server's verdict; never worked out here. */
  overdue?: boolean;
  /** false once the thing is over: the date stays, the countdown goes. */
  running?: boolean;
}

/** A due date in county time with the distance said in words. */
export function Due({ at, overdue = false, running = true }: DueProps) {
  const hint = useDueHint(at);
  const { t } = useTranslation();
  if (at === null) return <span className="due faint">{t('general.noDue')}</span>;
  const distance = distanceTo(at);
  const late = overdue || (running && distance.past);
  const near = running && !overdue && !distance.past && (distance.unit === 'today' || distance.count <= nearDays);
  return (
    <span className="due" data-overdue={late} data-near={near}>
      <time dateTime={at}>{countyTime(at)}</time>
      {running ? <small>{hint}</small> : null}
    </span>
  );
}

/** "3 days left", "2 days overdue"; '' without a date. */
function useDueHint(at: string | null): string {
  const { t } = useTranslation();
  if (at === null) return '';
  const { unit, count, past } = distanceTo(at);
  if (unit === 'today') return t('general.dueToday', { count });
  if (unit === 'hours') return t('general.overdueHours', { count });
  return past ? t('general.overdueDays', { count }) : t('general.daysLeft', { count });
}

/** An instant in county time, or a dash. */
export function When({ at }: { at: string | null | undefined }) {
  return at == null ? <span className="faint">—</span> : <time dateTime={at}>{countyTime(at)}</time>;
}
