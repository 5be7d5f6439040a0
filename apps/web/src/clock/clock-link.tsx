import { Link } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import type { ClockView } from '../api/types';

/** What a clock is about in words: its task, its matter, or the conclusion of an inspection and whom it is about. */
export function subjectOf({ taskTitle, conclusion, matter }: ClockView, t: TFunction): string {
  if (matter !== null) return matter.title || matter.number;
  return conclusion === null
    ? taskTitle || t('task.untitled')
    : `${conclusion.inspection} · ${conclusion.unit.shortName}`;
}

/** Words that lead to the page of what a clock is about. */
export function ClockLink({ clock, title, children }: { clock: ClockView; title?: string; children: ReactNode }) {
  const { taskId, conclusion, matter } = clock;
  if (taskId !== null)
    return (
      <Link to="/tasks/$id" params={{ id: taskId }} title={title}>
        {children}
      </Link>
    );
  if (matter !== null)
    return (
      <Link to="/matters/$id" params={{ id: matter.id }} title={title}>
        {children}
      </Link>
    );
  if (conclusion === null) return <span title={title}>{children}</span>;
  const { id, reviewId } = conclusion;
  if (reviewId === null)
    return (
      <Link to="/conclusions/$id" params={{ id }} title={title}>
        {children}
      </Link>
    );
  return (
    <Link to="/reviews/$id" params={{ id: reviewId }} title={title}>
      {children}
    </Link>
  );
}
