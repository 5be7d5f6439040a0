import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ClockView, TaskView } from '../api/types';
import { countyDay, countyTime } from '../shared/county-time';
import { Due } from '../shared/due';
import { articleOf, limitOf, verdictOf } from './clock-words';
import { daysBetween } from './county-days';
import { datesOf, drawnClock } from './drawn-clock';
import { VerdictMark } from './verdict-mark';

interface LineProps {
  clock: ClockView;
  now: string;
  task: TaskView;
}

/** One clock: what it counts and for whom, where it stands, its dates, and the law behind it. */
export function ClockLine({ clock, now, task }: LineProps) {
  const { t } = useTranslation();
  const verdict = verdictOf(clock);
  const open = clock.state === 'running' || clock.state === 'suspended';
  const whose = clock.unit?.shortName ?? (clock.holder === 'principal' ? t('clock.holder.principal') : null);
  return (
    <li className="clock-line">
      <div className="spread">
        <span className="row">
          <b>{t(`clock.kind.${clock.kind}`)}</b>
          {whose === null ? null : <span>{whose}</span>}
          {clock.holder === 'assisting_unit' ? <span className="duty">{t('words.duty.assist')}</span> : null}
          <VerdictMark verdict={verdict} />
          {clock.state === 'suspended' && clock.breached ? <VerdictMark verdict="suspended" /> : null}
        </span>
        {open ? <Due at={clock.dueAt} overdue={clock.breached} running={clock.state === 'running'} /> : null}
      </div>
      <ClockBar clock={clock} now={now} />
      <Dates clock={clock} />
      <Basis clock={clock} />
      <Moves clock={clock} task={task} />
    </li>
  );
}

/** The drawing says nothing that the words beneath it do not say. */
function ClockBar({ clock, now }: { clock: ClockView; now: string }) {
  const { used, lateFrom, marks } = drawnClock(clock, now);
  const inTime = lateFrom ?? used;
  return (
    <div className="clock-bar" data-verdict={verdictOf(clock)} aria-hidden="true">
      <span className="clock-used" style={{ width: `${inTime}%` }} />
      {lateFrom === null ? null : (
        <span className="clock-late" style={{ left: `${lateFrom}%`, width: `${used - lateFrom}%` }} />
      )}
      {marks.map(({ kind, at }) => (
        <span key={kind} className="clock-mark" data-mark={kind} style={{ left: `${at}%` }} />
      ))}
    </div>
  );
}

function Dates({ clock }: { clock: ClockView }) {
  const { t } = useTranslation();
  const words = { due: t('clock.dueOn'), original: t('clock.original'), legal: t('clock.legal') };
  return (
    <p className="row small soft">
      <span>{t('clock.started', { at: countyTime(clock.startedAt) })}</span>
      {datesOf(clock).map(({ kind, at }) => (
        <span key={kind} className="nobreak">
          <i className="clock-sign" data-mark={kind} aria-hidden="true" />
          {words[kind]} {limitOf(at)}
        </span>
      ))}
      {clock.endedAt === null || clock.state === 'cancelled' ? null : (
        <span>{t('clock.endedAt', { at: countyTime(clock.endedAt) })}</span>
      )}
      {clock.provisional ? (
        <span>
          <b className="duty">{t('clock.provisional')}</b> {t('clock.provisionalNote')}
        </span>
      ) : null}
    </p>
  );
}

function Basis({ clock: { basis, dueAt, legalDueAt, holder } }: { clock: ClockView }) {
  const { t } = useTranslation();
  if (basis === null && (holder === 'bureau' || holder === 'principal')) return null;
  const title = i18next.resolvedLanguage === 'en' ? basis?.title : basis?.titleZh;
  const lead = legalDueAt === null ? null : daysBetween(countyDay(dueAt), countyDay(legalDueAt));
  return (
    <p className="small faint">
      {t('clock.basis')}
      {t('general.colon')}
      {basis === null ? t('clock.basisSet') : `${title ?? ''}${articleOf(basis.article)}`}
      {lead === null ? null : ` · ${leadWords(lead)}`}
    </p>
  );
}

function leadWords(lead: number): string {
  if (lead === 0) return i18next.t('clock.sameDay');
  return lead > 0 ? i18next.t('clock.lead', { count: lead }) : i18next.t('clock.behind', { count: -lead });
}

/** Each date that moved, with the reason that was given for it. */
function Moves({ clock: { changes }, task }: { clock: ClockView; task: TaskView }) {
  const { t } = useTranslation();
  if (changes.length === 0) return null;
  return (
    <ul className="plain-list small soft">
      {changes.map(({ because, dueBefore, dueAfter, changedAt }) => {
        const said = reasonOf(task, changedAt);
        return (
          <li key={changedAt}>
            {t('clock.change', { at: countyTime(changedAt), before: limitOf(dueBefore), after: limitOf(dueAfter) })}
            {' · '}
            {t(`clock.because.${because}`)}
            {said === undefined ? null : `${t('general.colon')}${said}`}
          </li>
        );
      })}
    </ul>
  );
}

/** The words of the correction or suspension that moved dates at that instant. */
function reasonOf({ corrections, suspensions }: TaskView, changedAt: string): string | undefined {
  const corrected = corrections.find((one) => one.correctedAt === changedAt);
  return corrected?.reason ?? suspensions.find((one) => one.resumedAt === changedAt)?.reason;
}
