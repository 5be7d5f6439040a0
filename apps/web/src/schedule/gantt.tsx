import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlacedStep, PlanView, ScheduleStep } from '../api/types';
import { type Axis, axisOf, spanOn, ticksOf } from './axis';
import { Bar } from './bar';
import { comma } from '../i18n/punctuation';

interface GanttProps {
  steps: ScheduleStep[];
  plan: PlanView;
  unitNames: ReadonlyMap<string, string>;
  /** Absent: nothing may be changed. */
  change?: (step: ScheduleStep) => void;
  edit?: (step: ScheduleStep) => void;
}

/** The steps one under the other, each with its words at the left and its place between the first day and the fixed end. */
export function Gantt({ steps, plan, unitNames, change, edit }: GanttProps) {
  const { t } = useTranslation();
  const axis = axisOf(plan);
  const placed = new Map(plan.steps.map((one) => [one.key, one]));
  return (
    <div className="gantt">
      <Scale axis={axis} end={plan.endDay} />
      <ol className="gantt-steps" aria-label={t('schedule.steps')}>
        {steps.map((step, at) => {
          const place = placed.get(step.key);
          return place === undefined ? null : (
            <li key={step.key} className="gantt-row">
              <Words at={at} step={step} steps={steps} place={place} unitNames={unitNames} edit={edit} />
              <Bar step={step} placed={place} axis={axis} change={change} edit={() => edit?.(step)} />
            </li>
          );
        })}
      </ol>
    </div>
  );
}

function Scale({ axis, end }: { axis: Axis; end: string }) {
  const { t } = useTranslation();
  const year = axis.from.slice(0, 4);
  return (
    <div className="gantt-row gantt-scale" aria-hidden="true">
      <span />
      <div className="gantt-track">
        {ticksOf(axis).map((day) => (
          <span key={day} className="gantt-tick" style={{ left: spanOn(axis, day, day).left }}>
            {day.startsWith(year) ? day.slice(5) : day}
          </span>
        ))}
        <span
          className="gantt-end"
          style={{ left: `calc(${spanOn(axis, axis.from, end).width} - 2px)` }}
          title={t('schedule.end')}
        />
      </div>
    </div>
  );
}

interface WordsProps extends Pick<GanttProps, 'steps' | 'unitNames' | 'edit'> {
  at: number;
  step: ScheduleStep;
  place: PlacedStep;
}

function Words({ at, step, steps, place, unitNames, edit }: WordsProps) {
  const { t } = useTranslation();
  const numbers = step.after.map((key) => steps.findIndex((one) => one.key === key) + 1);
  const name = `${at + 1}. ${step.title}`;
  return (
    <div className="gantt-words">
      {edit === undefined ? (
        <b>{name}</b>
      ) : (
        <Button type="link" className="gantt-name" onClick={() => edit(step)}>
          {name}
        </Button>
      )}
      <span className="small soft">
        {t(`schedule.lasts.${step.unit === 'natural_day' ? 'natural' : 'working'}`, { count: step.days })}
        {step.leadUnitId === null ? '' : ` · ${unitNames.get(step.leadUnitId) ?? ''}`}
        {numbers.length === 0 ? '' : ` · ${t('schedule.afterSteps', { steps: numbers.join(comma()) })}`}
      </span>
      <span className="small">
        {t('schedule.latest', { from: place.latestStart, to: place.latestFinish })}{' '}
        <span className={place.slack < 0 ? 'late' : 'faint'}>
          {place.slack < 0
            ? t('schedule.tooLate', { count: -place.slack })
            : t('schedule.slack', { count: place.slack })}
        </span>
        {place.critical ? <b className="nobreak"> · {t('schedule.critical')}</b> : null}
        {step.startsOn === null ? null : <span> · {t('schedule.pinned')}</span>}
      </span>
    </div>
  );
}
