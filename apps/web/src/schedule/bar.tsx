import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlacedStep, ScheduleStep } from '../api/types';
import { type Axis, spanOn } from './axis';
import { moved, stretched } from './draft';

interface BarProps {
  step: ScheduleStep;
  placed: PlacedStep;
  axis: Axis;
  /** Absent: nothing may be changed. */
  change?: (step: ScheduleStep) => void;
  edit: () => void;
}

/** One step on the axis: how early it could begin, and when it must. Moved by arrow keys or by dragging. */
export function Bar({ step, placed, axis, change, edit }: BarProps) {
  const { t } = useTranslation();
  const { dragged, handlers } = useDragged(axis, (days) => change?.(moved(step, placed, days)));
  const press = (event: KeyboardEvent) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (change === undefined) return;
    if (way !== undefined) change(event.shiftKey ? stretched(step, way) : moved(step, placed, way));
    else if (event.key === 'Delete' && step.startsOn !== null) change({ ...step, startsOn: null });
    else return;
    event.preventDefault();
  };
  const place = spanOn(axis, placed.latestStart, placed.latestFinish);
  const dates = { from: placed.latestStart, to: placed.latestFinish, slack: placed.slack };
  return (
    <div className="gantt-track">
      {placed.slack > 0 ? (
        <span
          className="gantt-slack"
          style={spanOn(axis, placed.earliestStart, placed.latestFinish)}
          aria-hidden="true"
        />
      ) : null}
      <button
        type="button"
        className="gantt-bar"
        data-critical={placed.critical}
        data-late={placed.slack < 0}
        data-pinned={step.startsOn !== null}
        style={{ ...place, transform: `translateX(${dragged}px)` }}
        aria-label={t('schedule.bar', { title: step.title, ...dates })}
        title={t('schedule.barDates', dates)}
        onKeyDown={press}
        {...(change !== undefined && handlers)}
        onDoubleClick={edit}
      />
    </div>
  );
}

/** Dragging by whole days: so many pixels of the track are one. */
function useDragged(axis: Axis, drop: (days: number) => void) {
  const [grip, hold] = useState<{ from: number; by: number } | null>(null);
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      hold({ from: event.clientX, by: 0 });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (grip !== null) hold({ from: grip.from, by: event.clientX - grip.from });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const wide = event.currentTarget.parentElement?.clientWidth ?? 1;
      const days = Math.round(((grip?.by ?? 0) / wide) * axis.days);
      hold(null);
      if (days !== 0) drop(days);
    },
  };
  return { dragged: grip?.by ?? 0, handlers };
}
