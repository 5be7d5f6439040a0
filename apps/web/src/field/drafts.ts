import type { FieldItem, FieldPhoto, SeenOnSpot } from './field-item';
import type { FieldStore, Kept } from './field-store';
import type { Taken } from './outbox';

/** A finding that is being written down and not noted yet. */
export interface FindingDraft {
  visitId: string;
  /** Against which clause; null: what no clause foresaw. */
  clause: string | null;
  /** When its dialog was opened first, by this device's clock. */
  capturedAt: string;
  seen: Partial<SeenOnSpot>;
  photos: readonly FieldPhoto[];
}

const nameOf = ({ visitId, clause }: Pick<FindingDraft, 'visitId' | 'clause'>): Kept =>
  `draft/${visitId}/${clause ?? ''}`;
const photoName = ({ id }: FieldPhoto): Kept => `photo/${id}`;

/**
 * Half-written findings: a phone may end the page while its camera is open. One for each clause of a visit, photos beside it;
 * a photo of something that waits to be sent is that thing's own and stays.
 */
export class Drafts {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: FieldStore,
    private readonly waiting: () => readonly FieldItem[],
  ) {}

  /** What was left half-written at a visit, or everywhere. */
  async of(visitId?: string): Promise<FindingDraft[]> {
    await this.last;
    const prefix = visitId === undefined ? 'draft/' : `draft/${visitId}/`;
    const names = (await this.store.names()).filter((name) => name.startsWith(prefix));
    const kept = await Promise.all(names.map((name) => this.store.get(name)));
    // boundary: only this class writes under draft/
    return kept.filter((one) => one !== undefined) as FindingDraft[];
  }

  /** Keeps it as it is now, in the place of what it was. Without room nothing is kept: noting it will say so. */
  keep(draft: FindingDraft, photos: readonly (Taken | FieldPhoto)[]): Promise<void> {
    return this.next(async () => {
      const here = new Set(await this.store.names());
      for (const photo of photos)
        if ('bytes' in photo && !here.has(photoName(photo))) await this.store.putBytes(photoName(photo), photo.bytes);
      const before = await this.read(draft);
      await this.store.put(nameOf(draft), draft);
      await this.forgetPhotos(before?.photos ?? [], draft.photos);
    });
  }

  /** It was noted, or given up. */
  drop(draft: Pick<FindingDraft, 'visitId' | 'clause'>): Promise<void> {
    return this.next(async () => {
      const before = await this.read(draft);
      await this.store.remove(nameOf(draft));
      await this.forgetPhotos(before?.photos ?? [], []);
    });
  }

  private async read(draft: Pick<FindingDraft, 'visitId' | 'clause'>): Promise<FindingDraft | undefined> {
    // boundary: only this class writes under draft/
    return (await this.store.get(nameOf(draft))) as FindingDraft | undefined;
  }

  private async forgetPhotos(photos: readonly FieldPhoto[], but: readonly FieldPhoto[]): Promise<void> {
    const wanted = new Set([
      ...but.map(({ id }) => id),
      ...this.waiting().flatMap(({ deed }) => (deed.kind === 'finding' ? deed.photos.map(({ id }) => id) : [])),
    ]);
    await this.store.remove(...photos.filter(({ id }) => !wanted.has(id)).map(photoName));
  }

  /** One after the other, in the order of the calls. */
  private next(work: () => Promise<void>): Promise<void> {
    const done = this.last.then(work).catch(() => undefined);
    this.last = done;
    return done;
  }
}
