import { api } from '../api/client';
import type { Visit } from '../api/types';
import type { FieldDeed, FieldItem, FieldPhoto } from './field-item';
import type { Send } from './outbox';

/** A photo over a thin line takes its time; everything else is short. What is cut off is sent again and done once. */
const photoMs = 180_000;
const wordMs = 20_000;
const within = (ms: number): { signal: AbortSignal } => ({ signal: AbortSignal.timeout(ms) });

/** Sends one thing to the server, which does it once however often it comes. */
export const sendItem: Send = async (item, bytesOf) => {
  const { deed } = item;
  if (deed.kind === 'answer') return answer(item, deed);
  if (deed.kind === 'finding') return find(item, deed, bytesOf);
  return move(item, deed);
};

type Of<K extends FieldDeed['kind']> = Extract<FieldDeed, { kind: K }>;

async function answer({ id, visitId, capturedAt }: FieldItem, { clause, found }: Of<'answer'>): Promise<void> {
  const said = typeof found === 'boolean' ? { met: found } : { value: found };
  await api.put(`/visits/${visitId}/answers/${clause}`, { id, ...said, capturedAt }, undefined, within(wordMs).signal);
}

async function find(
  { id, visitId, capturedAt }: FieldItem,
  { clause, seen, photos }: Of<'finding'>,
  bytesOf: (photoId: string) => Promise<ArrayBuffer>,
): Promise<void> {
  for (const photo of photos) await api.post('/evidence', await formOf(photo, bytesOf), within(photoMs));
  const evidenceIds = photos.map((photo) => photo.id);
  const against = clause === null ? {} : { clause };
  const body = { id, ...seen, ...against, capturedAt, evidenceIds, sentAt: new Date().toISOString() };
  await api.post(`/visits/${visitId}/findings`, body, within(wordMs));
}

async function formOf(photo: FieldPhoto, bytesOf: (photoId: string) => Promise<ArrayBuffer>): Promise<FormData> {
  const form = new FormData();
  form.append('id', photo.id);
  form.append('capturedAt', photo.capturedAt);
  form.append('file', new Blob([await bytesOf(photo.id)], { type: photo.type }), photo.name);
  return form;
}

/** Arrivals and ends have no id: whether it happened already is asked first, and the visit's present version is taken. */
async function move({ visitId, capturedAt }: FieldItem, deed: Of<'arrive' | 'discovered' | 'end'>): Promise<void> {
  const visit = await api.get<Visit>(`/visits/${visitId}`, undefined, within(wordMs).signal);
  if (happened(visit, deed)) return;
  const body = deed.kind === 'end' ? { outcome: deed.outcome, capturedAt } : { capturedAt };
  await api.post(`/visits/${visitId}/${deed.kind}`, body, { version: visit.version, ...within(wordMs) });
}

function happened(visit: Visit, deed: Of<'arrive' | 'discovered' | 'end'>): boolean {
  if (deed.kind === 'arrive') return visit.state !== 'assigned';
  if (deed.kind === 'discovered') return visit.discoveredAt !== null;
  return visit.outcome === deed.outcome;
}
