import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ClockView } from '../api/types';
import { countyTime } from '../shared/county-time';
import { Due } from '../shared/due';
import { verdictOf } from './clock-words';
import { VerdictMark, VerdictSign } from './verdict-mark';

/** One deadline in a list: what is due, of which task, whose time it is, and how far away. */
export function DeadlineEntry({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const verdict = verdictOf(clock);
  const whose =
    clock.unit?.shortName ?? t(clock.holder === 'principal' ? 'clock.holder.principal' : 'clock.holder.bureau');
  return (
    <li className="deadline" data-verdict={verdict} data-own={clock.unit === null}>
      <span>
        <Link to="/tasks/$id" params={{ id: clock.taskId }}>
          {clock.taskTitle || t('task.untitled')}
        </Link>
        <span className="row small soft">
          <b>{t(`clock.kind.${clock.kind}`)}</b>
          <span>{whose}</span>
          <VerdictMark verdict={verdict} />
          {clock.state === 'suspended' && clock.breached ? <VerdictMark verdict="suspended" /> : null}
          {clock.provisional ? <span className="duty">{t('clock.provisional')}</span> : null}
        </span>
      </span>
      <Due at={clock.dueAt} overdue={clock.breached} running={clock.state === 'running'} />
    </li>
  );
}

/** The same in a cell of the month: one line, the rest for screen readers. */
export function DeadlineChip({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const verdict = verdictOf(clock);
  const title = clock.taskTitle || t('task.untitled');
  const [, time = ''] = countyTime(clock.dueAt).split(' ');
  const said = [t(`clock.kind.${clock.kind}`), clock.unit?.shortName, t(`clock.verdict.${verdict}`), time];
  return (
    <li className="deadline-chip" data-verdict={verdict} data-own={clock.unit === null}>
      <Link to="/tasks/$id" params={{ id: clock.taskId }} title={[title, ...said.filter(Boolean)].join(' · ')}>
        {verdict === 'running' ? null : <VerdictSign verdict={verdict} />} {t(`clock.kind.${clock.kind}`)} {title}
        {verdict === 'running' ? null : <span className="unseen">{t(`clock.verdict.${verdict}`)}</span>}
      </Link>
    </li>
  );
}
