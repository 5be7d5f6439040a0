import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, Column } from './columns';
import { GridHead, GridRow } from './grid-row';
import { useGridKeys } from './keys';

interface VirtualGridProps<T> {
  label: string;
  rows: T[];
  columns: Column<T>[];
  idOf: (row: T) => string;
  titleOf: (row: T) => string;
  onOpen: (row: T) => void;
  choice?: Choice;
  /** Letters of the page's own on the active row; true: it was one. */
  onLetter?: (event: KeyboardEvent, row: T) => boolean;
  /** Reads on when the end comes near; absent at the end of the list. */
  readOn?: () => void;
}
const rowPx = 50;
const checkPx = 40;
/** The sticky header and the horizontal scroll bar hide this much of the rows. */
const headPx = 48;
/** Rows left below the last drawn one when the next page is asked for. */
const aheadRows = 15;

/** A long table that draws only what is in view. Arrows move, Enter opens, Space chooses; screen readers meet a grid. */
export function VirtualGrid<T>(props: VirtualGridProps<T>) {
  const { label, rows, columns, idOf, onOpen, choice, onLetter, readOn } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const virtual = useRows(scroller, rows.length);
  useReadOn(virtual, rows.length, readOn);
  const keys = useGridKeys({
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

function useRows(scroller: RefObject<HTMLDivElement | null>, count: number): Scroller {
  // eslint-disable-next-line react-hooks/incompatible-library -- the compiler is not used; the grid redraws with its parent
  return useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowPx,
    overscan: 8,
    scrollPaddingEnd: headPx,
  });
}

type Scroller = Virtualizer<HTMLDivElement, Element>;

function useReadOn(virtual: Scroller, count: number, readOn?: () => void): void {
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (readOn !== undefined && last >= count - aheadRows) readOn();
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
