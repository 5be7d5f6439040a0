import type { World } from '#test-kit';
import type { Stream } from './door.js';
import type { Matrix } from './matrix.js';
import { mayRead } from './oracle.js';
import type { Reader } from './reader.js';
import type { Known, Planted } from './planted.js';

/** A page that was away for longer is told to read everything anew instead. */
const replayed = 4_500;

/**
 * Everybody follows the live events from as far back as the server goes, until one last act. The auditor joins last and
 * may know of every act: when the auditor has heard the last one, everybody was told theirs.
 * @returns what the auditor was told
 */
export async function followEverything(
  world: World,
  matrix: Matrix,
  readers: readonly Reader[],
  { records }: Planted,
): Promise<string> {
  await world.settles();
  const [last] = await world.store.query<{ seq: number }>('select max(seq)::int as seq from audit_link');
  const from = Math.max(0, (last?.seq ?? 0) - replayed);
  const auditors = readers.filter(({ role }) => role === 'auditor');
  const streams: [Reader, Stream][] = [];
  for (const reader of [...readers.filter(({ role }) => role !== 'auditor'), ...auditors]) {
    const stream = await matrix.follow(reader, from);
    await stream.said('event: ready');
    streams.push([reader, stream]);
  }
  const auditor = streams.at(-1)?.[1];
  const draft = await lastAct(world);
  await auditor?.said(draft.record.id);
  for (const [reader, stream] of streams) {
    stream.close();
    judge(matrix, reader, stream, [...records, draft]);
  }
  return auditor?.text ?? '';
}

/** An officer's draft that no unit knows of. */
async function lastAct(world: World): Promise<Known> {
  const { id } = await world.as('officer').does('/tasks', { title: '最后一件' });
  const nobodys = { units: [], leadUnit: null, leadLeader: null, principal: null };
  return { object: 'task', record: { id, createdBy: 'officer', ...nobodys } };
}

/** Refused acts are the auditor's to search for; no page is told of them. */
function judge(matrix: Matrix, reader: Reader, stream: Stream, records: readonly Known[]): void {
  const who = `${reader.role} (${reader.key})`;
  matrix.listen(reader, 'GET /events', stream);
  for (const known of records)
    if (!mayRead(known, reader) && stream.text.includes(known.record.id))
      matrix.leaked(`${who} hears of ${known.object} ${known.record.id}`);
  if (stream.text.includes('.refused')) matrix.leaked(`${who} hears of a refusal`);
  if (stream.text.includes('event: reset')) matrix.leaked(`${who} is told to read anew`);
}
