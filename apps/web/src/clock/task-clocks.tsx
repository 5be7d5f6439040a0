import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { records } from '../api/records';
import type { Clocks, ClockView, TaskView } from '../api/types';
import { Remote } from '../shared/remote';
import { ClockLine } from './clock-line';
import { RehearsalPart } from './rehearsal-part';
import { TimeUsed } from './time-used-bars';

/** The time limits of a task: the units' beside the supervisors' own, the days each used, and what comes if nothing is done. */
export function TaskClocks({ task }: { task: TaskView }) {
  const { t } = useTranslation();
  const query = useQuery(records.clocks(task.id));
  return (
    <section className="sheet clocks" aria-labelledby="task-clocks">
      <h2 id="task-clocks">{t('clock.title')}</h2>
      <Remote query={query} rows={4}>
        {(data) =>
          data.clocks.length === 0 ? <p className="soft">{t('clock.none')}</p> : <Parts task={task} data={data} />
        }
      </Remote>
    </section>
  );
}

const isOpen = ({ state }: ClockView): boolean => state === 'running' || state === 'suspended';
const isOwn = ({ holder }: ClockView): boolean => holder === 'bureau' || holder === 'principal';

function Parts({ task, data: { clocks, now } }: { task: TaskView; data: Clocks }) {
  const { t } = useTranslation();
  const open = clocks.filter(isOpen);
  const ended = clocks.filter((clock) => !isOpen(clock));
  const lines = (some: ClockView[]) => some.map((one) => <ClockLine key={one.id} clock={one} now={now} task={task} />);
  const [units, own] = [open.filter((clock) => !isOwn(clock)), open.filter(isOwn)];
  return (
    <>
      {open.length === 0 ? <p className="soft">{t('clock.none')}</p> : null}
      {units.length === 0 ? null : (
        <>
          <h3>{t('clock.units')}</h3>
          <ul className="plain-list units">{lines(units)}</ul>
        </>
      )}
      {own.length === 0 ? null : <OwnTime>{lines(own)}</OwnTime>}
      {open.some(({ state }) => state === 'running') ? <RehearsalPart taskId={task.id} clocks={open} /> : null}
      <TimeUsed clocks={clocks} pauses={task.suspensions} now={now} />
      {ended.length === 0 ? null : (
        <details className="clocks-ended">
          <summary>{t('clock.ended', { count: ended.length })}</summary>
          <ul className="plain-list units">{lines(ended.filter((clock) => !isOwn(clock)))}</ul>
          {ended.some(isOwn) ? <OwnTime>{lines(ended.filter(isOwn))}</OwnTime> : null}
        </details>
      )}
    </>
  );
}

/** The supervisors' own time stands apart: no unit is charged for it. */
function OwnTime({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="own-time">
      <h3>{t('clock.supervisors')}</h3>
      <p className="small faint">{t('clock.supervisorsNote')}</p>
      <ul className="plain-list units">{children}</ul>
    </div>
  );
}
