import { Drafts, type FindingDraft } from './drafts';
import type { FieldItem } from './field-item';
import { MemoryStore } from './field-store';
import type { Taken } from './outbox';

const at = '2026-03-01T08:00:00.000Z';
const photo = (id: string): Taken => ({
  ...{ id, name: `${id}.png`, type: 'image/png', capturedAt: at },
  bytes: new Uint8Array([1, 2, 3]).buffer,
});
const bare = ({ bytes: _, ...rest }: Taken) => rest;
const draft = (clause: string | null, words: string, photos: Taken[] = []): FindingDraft => ({
  ...{ visitId: 'v', clause, capturedAt: at, seen: { words } },
  photos: photos.map(bare),
});

describe('a half-written finding', () => {
  it('is there for the next page, with its photos, one for each clause', async () => {
    const store = new MemoryStore();
    const before = new Drafts(store, () => []);
    const shot = photo('p');
    await before.keep(draft('waste', '垃', []), []);
    await Promise.all([
      before.keep(draft('waste', '垃圾'), []),
      before.keep(draft('waste', '垃圾成堆', [shot]), [shot]),
      before.keep(draft(null, '路灯不亮'), []),
    ]);
    const after = new Drafts(store, () => []);
    expect(await after.of('v')).toEqual([draft('waste', '垃圾成堆', [shot]), draft(null, '路灯不亮')]);
    expect(await after.of('w')).toEqual([]);
    expect((await store.bytes('photo/p'))?.byteLength).toBe(3);
  });

  it('goes with its photos when it is given up, and a photo that was taken out goes at once', async () => {
    const store = new MemoryStore();
    const drafts = new Drafts(store, () => []);
    const [first, second] = [photo('a'), photo('b')];
    await drafts.keep(draft('waste', '垃圾', [first, second]), [first, second]);
    await drafts.keep(draft('waste', '垃圾', [second]), [second]);
    expect(await store.names()).toEqual(['photo/b', 'draft/v/waste']);
    await drafts.drop({ visitId: 'v', clause: 'waste' });
    expect(await store.names()).toEqual([]);
  });

  it('leaves the photos of what was noted and waits to be sent', async () => {
    const store = new MemoryStore();
    const shot = photo('p');
    const deed = { kind: 'finding', clause: 'waste', text: null, photos: [bare(shot)] } as const;
    const seen = { words: '垃圾', severity: 'ordinary', encounter: 'found' } as const;
    const waits: FieldItem = {
      ...{ id: 'i', place: 1, visitId: 'v', where: '代庄村', capturedAt: at, refusal: null },
      deed: { ...deed, photos: [...deed.photos], seen },
    };
    const drafts = new Drafts(store, () => [waits]);
    await drafts.keep(draft('waste', '垃圾', [shot]), [shot]);
    await drafts.drop({ visitId: 'v', clause: 'waste' });
    expect(await store.names()).toEqual(['photo/p']);
  });
});
