import { draw, type DrawTerms, nodeDigests, verifyDraw } from '@ducha/inspection';
import fc from 'fast-check';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verifyDrawCommand } from '../../apps/cli/src/commands/verify-draw.js';

interface Page {
  readonly verdictOn: (text: string) => {
    readonly difference: { readonly code: string; readonly path: string } | null;
  };
}
// the web's sources are resolved by its bundler, so the compiler of the server does not follow this path
const { verdictOn } = jest.requireActual<Page>('../../apps/web/src/draw/verdict');

/** Two programs written apart draw again: the server's and `ducha verify-draw`'s, and that of the public page. */
describe('a record of a draw', () => {
  const name = fc.string({ unit: fc.constantFrom(...'村组abc 0-９\u{20000}\uffee'), minLength: 1, maxLength: 6 });
  const names = (maxLength: number) => fc.uniqueArray(name, { minLength: 1, maxLength });
  const terms: fc.Arbitrary<DrawTerms> = fc
    .record({ ids: names(30), strata: names(4), people: names(6), parties: names(3), n: fc.nat(3), out: fc.nat(4) })
    .map(({ ids, strata, people, parties, n, out }) => ({
      purpose: '回头看 2026-10',
      frame: ids.map((id, i) => ({
        stratum: strata[i % strata.length] ?? '',
        party: parties[i % parties.length] ?? '',
        id,
      })),
      strata: strata.map((stratum, i) => ({ stratum, quota: (i + n) % 4 })),
      excluded: ids.slice(0, out).map((id) => ({ id, reason: 'sealed' })),
      inspectors: people,
      perObject: n,
      recusals: people
        .slice(0, parties.length)
        .map((inspector, i) => ({ inspector, party: parties[i] ?? '', reason: 'own_unit' })),
    }));
  const records = fc
    .record({ terms, seed: fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 64, maxLength: 64 }) })
    .chain((lots) =>
      fc.record({ called: fc.string(), gone: fc.subarray([...lots.terms.frame]) }).map(({ called, gone }) => ({
        ...lots,
        contribution: called,
        committedAt: '2026-11-01T00:00:00.000Z',
        drawnAt: '2026-11-02T00:00:00.000Z',
        failed: gone.map(({ id }) => ({ out: id, reason: 'absent' })),
      })),
    )
    .map((lots) => draw(lots, nodeDigests));

  it('is confirmed by both', () => {
    fc.assert(
      fc.property(records, (record) => {
        const file = JSON.stringify(record);
        expect(verifyDraw(JSON.parse(file), nodeDigests)).toMatchObject({ holds: true });
        expect(verdictOn(file)).toMatchObject({ difference: null });
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it('is read by `ducha verify-draw`, which ends with 1 when it differs and with 2 when there is none', async () => {
    const [record] = fc.sample(records, { numRuns: 1, seed: 3 });
    const folder = mkdtempSync(join(tmpdir(), 'ducha-draw-'));
    const asked = async (text: string | null): Promise<[string, unknown]> => {
      const path = join(folder, `${text === null ? 'none' : 'record'}.json`);
      if (text !== null) writeFileSync(path, text);
      const out = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
      const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
      await verifyDrawCommand().parseAsync([path], { from: 'user' });
      const said = [...out.mock.calls, ...err.mock.calls].join('');
      const code = process.exitCode;
      jest.restoreAllMocks();
      process.exitCode = undefined;
      return [said.split(/[\s:]/)[0] ?? '', code];
    };
    expect(await asked(JSON.stringify(record))).toEqual(['CONFIRMED', undefined]);
    expect(await asked(JSON.stringify({ ...record, contribution: 'other' }))).toEqual(['REFUTED', 1]);
    expect((await asked(null))[1]).toBe(2);
    expect((await asked('{"half'))[1]).toBe(2);
  });

  it('is refuted by both at the same place once one letter of it was changed (negative control)', () => {
    let refuted = 0;
    fc.assert(
      fc.property(records, fc.nat(), fc.constantFrom(...'0aZ'), (record, at, letter) => {
        const file = JSON.stringify(record);
        const i = at % file.length;
        const changed = file.slice(0, i) + letter + file.slice(i + 1);
        const server = serverOn(changed);
        const page = verdictOn(changed).difference;
        expect(page && [page.code, page.path]).toEqual(server);
        if (server !== null) refuted += 1;
      }),
      { numRuns: 600, seed: 11 },
    );
    expect(refuted).toBeGreaterThan(400);
  });
});

function serverOn(text: string): [string, string] | null {
  let said: unknown = null;
  try {
    said = JSON.parse(text);
  } catch {
    // no JSON is no record
  }
  const verdict = verifyDraw(said, nodeDigests);
  return verdict.holds ? null : [verdict.difference.code, verdict.difference.path];
}
