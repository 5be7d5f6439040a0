import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Column } from './columns';
import { GridHead, GridRow } from './grid-row';
import { gridKeys } from './keys';
import { type GridPlace, keepPlace } from './places';
import { isNearEnd, rowWindow } from './row-window';

interface VirtualGridProps<T> {
  label: string;
  rows: T[];
  columns: Column<T>[];
  idOf: (row: T) => string;
  titleOf: (row: T) => string;
  onOpen: (row: T) => void;
  choice?: Choice;
  /** Rows stand closer. */
  compact?: boolean;
  /** Where the reader was when the grid was left, and is kept up to date. */
  place?: GridPlace;
  /** Letters of the page's own on the active row; true: it was one. */
  onLetter?: (event: KeyboardEvent, row: T) => boolean;
  /** Reads on when the end comes near; absent at the end of the list. */
  readOn?: () => void;
}
const rowPx = { comfortable: 50, compact: 32 };
const checkPx = 40;

/** A long table that draws only what is in view. Arrows, j and k move, Enter opens, Space or x chooses; screen readers meet a grid. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { label, rows, columns, idOf, onOpen, choice, onLetter, readOn, compact = false, place } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useActive(place);
  const virtual = useRows(scroller, rows.length, compact ? rowPx.compact : rowPx.comfortable, place?.top);
  useReadOn(virtual, rows.length, readOn);
  const keys = gridKeys({
    rows,
    idOf,
    active,
    setActive,
    onOpen,
    choice,
    onLetter,
    reveal: (at) => virtual.scrollToIndex(at),
  });
  const activeRow = rows[active];
  const width = columns.reduce((sum, column) => sum + column.width, choice === undefined ? 0 : checkPx);
  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      data-compact={compact}
      onScroll={(event) => keepPlace(place, { top: event.currentTarget.scrollTop })}
      aria-rowcount={readOn === undefined ? rows.length + 1 : -1}
      aria-multiselectable={choice !== undefined}
      aria-activedescendant={activeRow === undefined ? undefined : `row-${idOf(activeRow)}`}
      onKeyDown={keys}
    >
      <div role="presentation" style={{ width, minWidth: '100%' }}>
        <GridHead columns={columns} rows={rows} idOf={idOf} choice={choice} />
        <Body {...props} virtual={virtual} active={active} setActive={setActive} />
      </div>
    </div>
  );
}

/** The active row; it is the same again when the reader comes back. */
function useActive(place: GridPlace | undefined): [number, (at: number) => void] {
  const [active, setActive] = useState(place?.active ?? 0);
  const move = (at: number) => {
    keepPlace(place, { active: at });
    setActive(at);
  };
  return [active, move];
}

function useRows(scroller: RefObject<HTMLDivElement | null>, count: number, height: number, top = 0): Scroller {
  // oxlint-disable-next-line react/incompatible-library -- the compiler is not used; the grid redraws with its parent
  const virtual = useVirtualizer({
    ...rowWindow(count, height, top),
    getScrollElement: () => scroller.current,
  });
  useEffect(() => virtual.measure(), [virtual, height]);
  const first = useRef(top);
  useLayoutEffect(() => {
    if (scroller.current !== null && first.current > 0) scroller.current.scrollTop = first.current;
  }, [scroller]);
  return virtual;
}

type Scroller = Virtualizer<HTMLDivElement, Element>;

function useReadOn(virtual: Scroller, count: number, readOn?: () => void): void {
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (readOn !== undefined && isNearEnd(last, count)) readOn();
  }, [last, count, readOn]);
}

interface BodyProps<T> extends VirtualGridProps<T> {
  virtual: Scroller;
  active: number;
  setActive: (at: number) => void;
}

function Body<T>({ rows, columns, idOf, titleOf, choice, virtual, active, setActive }: BodyProps<T>) {
  const { t } = useTranslation();
  return (
    <div role="rowgroup" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
      {virtual.getVirtualItems().map(({ index, start }) => {
        const row = rows[index];
        if (row === undefined) return null;
        return (
          <GridRow
            key={idOf(row)}
            id={idOf(row)}
            title={t('general.select', { title: titleOf(row) })}
            row={row}
            at={index}
            top={start}
            columns={columns}
            active={index === active}
            choice={choice}
            onActivate={() => setActive(index)}
          />
        );
      })}
    </div>
  );
}
