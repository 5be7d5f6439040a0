import { useTranslation } from 'react-i18next';
import type { ClockView } from '../api/types';
import { countyTime } from '../shared/county-time';
import { Due } from '../shared/due';
import { ClockLink, subjectOf } from './clock-link';
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
        <ClockLink clock={clock}>{subjectOf(clock, t)}</ClockLink>
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
  const title = subjectOf(clock, t);
  const [, time = ''] = countyTime(clock.dueAt).split(' ');
  const said = [t(`clock.kind.${clock.kind}`), clock.unit?.shortName, t(`clock.verdict.${verdict}`), time];
  return (
    <li className="deadline-chip" data-verdict={verdict} data-own={clock.unit === null}>
      <ClockLink clock={clock} title={[title, ...said.filter(Boolean)].join(' · ')}>
        {verdict === 'running' ? null : <VerdictSign verdict={verdict} />} {t(`clock.kind.${clock.kind}`)} {title}
        {verdict === 'running' ? null : <span className="unseen">{t(`clock.verdict.${verdict}`)}</span>}
      </ClockLink>
    </li>
  );
}
