import fc from 'fast-check';
import { reachableStates } from '@ducha/kernel';
import { nodeDigests } from '../../node-digests.js';
import { inspectionLifecycle } from '../plan/inspection-lifecycle.js';
import { bytesOfLetters, grouped, lettersOf } from '../letters.js';
import { chainStart, faultInChain, sealedHash, type SealedLink } from './sealed-chain.js';
import { movedOn, newDocument, paddedText, withPlan } from './sealed-document.js';
import { mayConfirm, missingToRelease } from './sealed-release.js';
import { readShare, shareText } from './share-text.js';

const { sha256 } = nodeDigests;
const person = '01900000-0000-7000-8000-000000000001';

describe('letters', () => {
  it('come back as the bytes they were, however they are spaced and mistaken', () => {
    const blocks = fc.uint8Array({ minLength: 5, maxLength: 60 }).filter(({ length }) => length % 5 === 0);
    fc.assert(
      fc.property(blocks, (bytes) => {
        const typed = grouped(lettersOf(bytes))
          .toLowerCase()
          .replaceAll('1', 'l')
          .replaceAll('0', 'o')
          .replaceAll('-', ' ');
        expect(bytesOfLetters(typed)).toEqual(bytes);
      }),
    );
    expect(bytesOfLetters('AB*D')).toBeNull();
  });
});

describe('a share', () => {
  const shares = fc.record({
    number: fc.integer({ min: 1, max: 20 }),
    bytes: fc.uint8Array({ minLength: 33, maxLength: 33 }),
  });

  it('is read as it was written', () => {
    fc.assert(fc.property(shares, (share) => expect(readShare(shareText(share, sha256), sha256)).toEqual(share)));
  });

  it('with one letter changed is seldom taken for one, and never for itself', () => {
    let taken = 0;
    const runs = 2_000;
    fc.assert(
      fc.property(
        shares,
        fc.integer({ min: 0, max: 55 }),
        fc.constantFrom(...'023456789ABCDEFGHJKMNPQRSTVWXYZ'),
        (share, at, letter) => {
          const letters = shareText(share, sha256).replaceAll('-', '');
          fc.pre(letters[at] !== letter);
          const read = readShare(letters.slice(0, at) + letter + letters.slice(at + 1), sha256);
          if (read !== null) taken += 1;
          expect(read).not.toEqual(share);
        },
      ),
      { numRuns: runs },
    );
    expect(taken).toBeLessThan(runs / 50);
  });
});

describe('the sealed chain', () => {
  const chainOf = (boxes: readonly Uint8Array[]): SealedLink[] => {
    let prevHash: Uint8Array = chainStart;
    return boxes.map((box, i) => {
      const link = { sealedId: person, seq: i + 1, box, prevHash };
      const hash = sealedHash(link, sha256);
      prevHash = hash;
      return { seq: link.seq, box, prevHash: link.prevHash, hash };
    });
  };
  const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
  const boxes = fc.array(fc.uint8Array({ minLength: 1, maxLength: 40 }), { minLength: 2, maxLength: 12 });

  it('is whole as it was written, and any change, cut, swap or other head shows', () => {
    fc.assert(
      fc.property(boxes, fc.nat(), (given, pick) => {
        const links = chainOf(given);
        const at = pick % links.length;
        const last = links.at(-1);
        const head = { seq: links.length, hash: hex(last?.hash ?? chainStart) };
        expect(faultInChain(person, links, head, sha256)).toBeNull();
        const edited = links.map((link, i) => (i === at ? { ...link, box: Uint8Array.of(...link.box, 1) } : link));
        expect(faultInChain(person, edited, null, sha256)).toEqual({ seq: at + 1, kind: 'edited' });
        expect(faultInChain(person, links.slice(0, -1), head, sha256)?.kind).toBe('headDiffers');
        expect(
          faultInChain(
            person,
            links.filter((_, i) => i !== 0),
            null,
            sha256,
          )?.kind,
        ).toBe('gap');
        expect(faultInChain(person.replace('1', '2'), links, null, sha256)?.kind).toBe('edited');
        const rehashed = chainOf(edited.map(({ box }) => box));
        expect(faultInChain(person, rehashed, head, sha256)?.kind).toBe('headDiffers');
      }),
    );
  });
});

describe('a sealed document', () => {
  it('is padded to whole blocks and reads back', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (name) => {
        const text = paddedText({ name }, 1_024);
        expect(new TextEncoder().encode(text).length % 1_024).toBe(0);
        expect(JSON.parse(text)).toEqual({ name });
      }),
    );
  });

  it('moves as every inspection does, and is sealed between the door and the release', () => {
    const draft = newDocument('夜查', person);
    const path = (['instruct', 'seal', 'amend', 'release'] as const).reduce(
      (document, on) => (document === undefined ? undefined : movedOn(document, on)),
      movedOn(draft, 'propose') && draft,
    );
    expect(path?.state).toBe('released');
    expect(movedOn(draft, 'seal')).toBeUndefined();
    expect(reachableStates(inspectionLifecycle)).toContain('sealed');
  });

  it('keeps what was drawn where its object stays, and loses a group that is gone', () => {
    const draft = newDocument('夜查', person);
    const group = { name: '一组', charter: '', leaderId: null, memberIds: [], invitedIds: [], unitIds: [] };
    const plan = { ...draft.plan, objects: [{ unitId: 'a', necessity: null }], groups: [group] };
    const drawnSites = [
      { siteId: '1', unitId: 'a', stratum: 'a', group: 1 },
      { siteId: '2', unitId: 'a', stratum: 'a', group: 2 },
      { siteId: '3', unitId: 'b', stratum: 'b', group: 1 },
    ];
    expect(
      withPlan({ ...draft, drawnSites }, plan).drawnSites.map(({ siteId, group: goes }) => [siteId, goes]),
    ).toEqual([
      ['1', 1],
      ['2', null],
    ]);
  });
});

describe('a release', () => {
  const asks = { personId: 'a', asks: true, capacity: 'planner' } as const;
  const confirms = { personId: 'b', asks: false, capacity: 'planner' } as const;

  it('is confirmed once by another person while somebody asks', () => {
    expect(mayConfirm([], 'a')).toBe('notAsked');
    expect(mayConfirm([asks], 'a')).toBe('ownAsking');
    expect(mayConfirm([asks, confirms], 'b')).toBe('confirmedAlready');
    expect(mayConfirm([asks, confirms], 'c')).toBeUndefined();
  });

  it('wants enough people, and a principal among them', () => {
    expect(missingToRelease([asks], 3)).toEqual({ people: 2, principal: true });
    expect(missingToRelease([asks, confirms, { capacity: 'principal' }], 3)).toEqual({ people: 0, principal: false });
  });
});
