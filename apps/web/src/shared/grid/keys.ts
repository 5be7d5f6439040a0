import type { KeyboardEvent } from 'react';
import { toggled, type Choice } from './columns';

interface GridKeys<T> {
  rows: T[];
  idOf: (row: T) => string;
  active: number;
  setActive: (at: number) => void;
  onOpen: (row: T) => void;
  choice?: Choice;
  reveal: (at: number) => void;
  /** Letters of the page's own on the active row; true: it was one. */
  onLetter?: (event: KeyboardEvent, row: T) => boolean;
}
const pageRows = 10;
const steps: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  j: (at) => at + 1,
  k: (at) => at - 1,
  PageDown: (at) => at + pageRows,
  PageUp: (at) => at - pageRows,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Keyboard of a grid: arrows, j, k, page, home and end move the active row; Enter opens it; Space chooses it, and so does x
 * where the page has no letters of its own.
 */
export function gridKeys<T>({ rows, idOf, active, setActive, onOpen, choice, reveal, onLetter }: GridKeys<T>) {
  return (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return;
    const last = rows.length - 1;
    const row = rows[active];
    const step = steps[event.key];
    if (step !== undefined) {
      const next = Math.min(last, Math.max(0, step(active, last)));
      setActive(next);
      reveal(next);
    } else if (event.key === 'Enter' && row !== undefined) onOpen(row);
    else if (
      (event.key === ' ' || (event.key === 'x' && onLetter === undefined)) &&
      row !== undefined &&
      choice !== undefined
    )
      choice.change(toggled(choice.chosen, idOf(row)));
    else if (row === undefined || onLetter?.(event, row) !== true) return;
    event.preventDefault();
  };
}
