import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from './client';
import type {
  Clocks,
  Disputes,
  Errands,
  Extensions,
  ImportView,
  MatterView,
  Page,
  Rehearsal,
  SlipView,
  TaskView,
  TimelineEntry,
  Urgings,
} from './types';

function record<T>(kind: string, id: string, path: string) {
  return queryOptions({ queryKey: [kind, id], queryFn: ({ signal }) => api.get<T>(path, undefined, signal) });
}

/** Single records, under `[kind, id]`. */
export const records = {
  task: (id: string) => record<TaskView>('task', id, `/tasks/${id}`),
  matter: (id: string) => record<MatterView>('matter', id, `/matters/${id}`),
  import: (id: string) => record<ImportView>('import', id, `/imports/${id}`),
  errands: (id: string) => record<Errands>('errands', id, `/assignments/${id}/errands`),
  urgings: (id: string) => record<Urgings>('urgings', id, `/tasks/${id}/urgings`),
  extensions: (id: string) => record<Extensions>('extensions', id, `/tasks/${id}/extensions`),
  disputes: (id: string) => record<Disputes>('disputes', id, `/tasks/${id}/disputes`),
  clocks: (id: string) => record<Clocks>('clocks', id, `/tasks/${id}/clocks`),
  rehearsal: (id: string) => record<Rehearsal>('rehearsal', id, `/tasks/${id}/rehearsal`),
  slip: (id: string) => record<SlipView>('slip', id, `/tasks/${id}/slip`),
  timeline: (id: string) =>
    infiniteQueryOptions({
      queryKey: ['timeline', id],
      queryFn: ({ pageParam, signal }) =>
        api.get<Page<TimelineEntry>>(`/tasks/${id}/timeline`, { limit: 50, cursor: pageParam }, signal),
      initialPageParam: '',
      getNextPageParam: (last: Page<TimelineEntry>) => last.next,
    }),
} as const;
