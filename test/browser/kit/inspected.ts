import { asks, first, type Row } from './api.js';
import type { Person } from './cast.js';
import type { Visitor } from './visitor.js';

type Enter = (person: Person) => Promise<Visitor>;

/** Ids of the inspection that is on site in the demonstration county, its visit, its conclusion and the review of that, by the router’s collections. */
export interface Inspected {
  readonly inspections: string;
  readonly visits: string;
  readonly conclusions: string;
  readonly reviews: string;
}

/** Looks the demonstration's inspection up from its end: the review that a township has applied for. */
export async function inspected(enter: Enter): Promise<Inspected> {
  const head = await enter('bureauHead');
  const { id: reviews } = await first(head, '/reviews');
  const { conclusionId, inspection } = await asks<{ conclusionId: string; inspection: Row }>(
    head,
    `/reviews/${reviews}`,
  );
  const visits = await asks<{ items: (Row & { state: string })[] }>(
    head,
    `/visits?inspectionId=${inspection.id}&limit=200`,
  );
  const visit = visits.items.find(({ state }) => state === 'arrived') ?? visits.items[0];
  return { inspections: inspection.id, visits: visit?.id ?? '', conclusions: conclusionId, reviews };
}
