import { Virtualizer } from '@tanstack/react-virtual';
import { keepPlace, placeIn } from './places';
import { isNearEnd, rowWindow } from './row-window';

const rowPx = 50;
const viewPx = 800;

/** The table as a browser of that height has it: where it stands, and what it draws. */
function tableOf(count: number, top: number) {
  let scrolled: (offset: number) => void = () => undefined;
  // boundary: the virtualizer only passes its element on to these observers
  const element = {} as unknown as Element;
  const table = new Virtualizer<Element, Element>({
    ...rowWindow(count, rowPx, top),
    getScrollElement: () => element,
    observeElementRect: (_table, tell) => tell({ width: 1_280, height: viewPx }),
    observeElementOffset: (_table, tell) => {
      // a browser begins at the top and tells of nothing until it is scrolled
      scrolled = (to) => tell(to, false);
    },
    scrollToFn: (to) => scrolled(to),
  });
  table._willUpdate();
  const drawn = (): number[] => table.getVirtualItems().map(({ index }) => index);
  const scrollTo = (to: number): number[] => {
    scrolled(to);
    return drawn();
  };
  return { drawn, scrollTo, height: () => table.getTotalSize() };
}

const most = viewPx / rowPx + 2 * 8 + 2;

describe('a table of 100,000 rows', () => {
  it('draws what is in view and little more, wherever it is scrolled to, and is as high as all its rows', () => {
    const table = tableOf(100_000, 0);
    expect(table.height()).toBe(100_000 * rowPx);
    for (const first of [0, 1, 4_321, 50_000, 99_984]) {
      const drawn = table.scrollTo(first * rowPx);
      expect(drawn.length).toBeLessThanOrEqual(most);
      for (let at = first; at < first + viewPx / rowPx; at += 1) expect(drawn).toContain(at);
    }
  });

  it('draws the same rows again when the reader comes back to the place that was kept', () => {
    const list = 'ledger of 100,000';
    const before = tableOf(100_000, placeIn(list).top);
    const drawn = before.scrollTo(77_777 * rowPx);
    keepPlace(placeIn(list), { top: 77_777 * rowPx, active: 77_780, chosen: new Set(['a']) });
    const place = placeIn(list);
    expect(tableOf(100_000, place.top).drawn()).toEqual(drawn);
    expect([place.active, [...place.chosen]]).toEqual([77_780, ['a']]);
    // the control: a list without a kept place begins at its first row
    expect(tableOf(100_000, placeIn('another').top).drawn()[0]).toBe(0);
  });

  it('keeps its place while it grows page by page to the end', () => {
    const page = 2_000;
    let count = page;
    let pages = 1;
    let top = 0;
    while (count < 100_000) {
      const drawn = tableOf(count, top).drawn();
      const last = drawn.at(-1) ?? 0;
      if (isNearEnd(last, count)) {
        count += page;
        pages += 1;
        // the same rows are drawn as before the page came, and more may stand below them
        expect(tableOf(count, top).drawn().slice(0, drawn.length)).toEqual(drawn);
      } else top = count * rowPx - viewPx;
    }
    expect([count, pages]).toEqual([100_000, 50]);
  });

  it('asks for the next page only near the end', () => {
    expect([isNearEnd(40, 200), isNearEnd(184, 200), isNearEnd(185, 200)]).toEqual([false, false, true]);
  });
});

describe('the places of lists', () => {
  it('are twenty, and the one not looked at for longest is forgotten', () => {
    keepPlace(placeIn('first'), { top: 7 });
    for (let at = 0; at < 19; at += 1) placeIn(`other ${at}`);
    expect(placeIn('first').top).toBe(7);
    for (let at = 0; at < 20; at += 1) placeIn(`further ${at}`);
    expect(placeIn('first').top).toBe(0);
  });
});
