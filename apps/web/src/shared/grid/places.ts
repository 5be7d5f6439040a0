/** Where somebody is in a long list: kept while the page is elsewhere, so that coming back is coming back. */
export interface GridPlace {
  /** Scrolled so far, in px. */
  top: number;
  /** Index of the active row. */
  active: number;
  chosen: ReadonlySet<string>;
}

const places = new Map<string, GridPlace>();
const remembered = 20;

/** The place in the list of this name; `keepPlace` writes to it. The oldest of many is forgotten. */
export function placeIn(list: string): GridPlace {
  const place = places.get(list) ?? { top: 0, active: 0, chosen: new Set<string>() };
  places.delete(list);
  places.set(list, place);
  const [oldest] = places.keys();
  if (places.size > remembered && oldest !== undefined) places.delete(oldest);
  return place;
}

/** Writes down where somebody is now. */
export function keepPlace(place: GridPlace | undefined, now: Partial<GridPlace>): void {
  if (place !== undefined) Object.assign(place, now);
}
