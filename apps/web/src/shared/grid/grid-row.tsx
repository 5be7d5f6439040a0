import { useTranslation } from 'react-i18next';
import { toggled, type Choice, type Column } from './columns';

interface GridRowProps<T> {
  id: string;
  /** Name of the row's checkbox. */
  title: string;
  row: T;
  at: number;
  top: number;
  columns: Column<T>[];
  active: boolean;
  choice?: Choice;
  onActivate: () => void;
}

/** One drawn row. */
export function GridRow<T>({ id, title, row, at, top, columns, active, choice, onActivate }: GridRowProps<T>) {
  const chosen = choice?.chosen.has(id) ?? false;
  return (
    <div
      id={`row-${id}`}
      role="row"
      className="grid-row"
      aria-rowindex={at + 2}
      aria-selected={choice === undefined ? undefined : chosen}
      data-active={active}
      style={{ transform: `translateY(${top}px)` }}
      onMouseDown={onActivate}
    >
      {choice === undefined ? null : (
        <span role="gridcell" className="grid-check">
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={title}
            checked={chosen}
            onChange={() => choice.change(toggled(choice.chosen, id))}
          />
        </span>
      )}
      {columns.map((column) => (
        <span
          key={column.key}
          role="gridcell"
          className="grid-cell"
          style={{ width: column.width }}
          data-column={column.key}
        >
          <span>{column.cell(row, at)}</span>
        </span>
      ))}
    </div>
  );
}

interface GridHeadProps<T> {
  columns: Column<T>[];
  rows: T[];
  idOf: (row: T) => string;
  choice?: Choice;
}

/** The header row; its box chooses every row read so far. */
export function GridHead<T>({ columns, rows, idOf, choice }: GridHeadProps<T>) {
  const { t } = useTranslation();
  const all = choice !== undefined && rows.length > 0 && rows.every((row) => choice.chosen.has(idOf(row)));
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1}>
        {choice === undefined ? null : (
          <span role="columnheader" className="grid-check">
            <input
              type="checkbox"
              aria-label={t('general.selectAll')}
              checked={all}
              onChange={() => choice.change(all ? new Set() : new Set(rows.map(idOf)))}
            />
          </span>
        )}
        {columns.map((column) => (
          <span
            key={column.key}
            role="columnheader"
            className="grid-cell"
            style={{ width: column.width }}
            data-column={column.key}
          >
            {column.title}
          </span>
        ))}
      </div>
    </div>
  );
}
