import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { type BackupManifest, ReleaseRestore, restoreBackup, takeBackup } from '@ducha/archive';
import { anchorOf, type Reader, verifyChain } from '@ducha/audit';
import { EVIDENCE_STORE, type EvidenceStore } from '@ducha/evidence';
import { type DatabaseUrls, readSettings } from '@ducha/store';
import pg from 'pg';
import { openApp } from '../../apps/server/src/boot/open-app.js';
import { ownDatabase, TestClock, testSearchPath, World } from '#test-kit';
import { aLivedCounty, forge, MemoryStore, partsOf, rowHashes } from './kit/backups.js';

const product = '0.0.0-test';
type Change = (parts: Map<string, Buffer>, manifest: BackupManifest) => void;

describe('a backup that is restored', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-backup-test-'));
  const file = join(folder, 'county.zip');
  let world: World;
  let evidence: EvidenceStore;
  let story: Awaited<ReturnType<typeof aLivedCounty>>;
  let manifest: BackupManifest;
  let before: Map<string, string>;
  let targets = 0;

  beforeAll(async () => {
    // without a worker: what is on its way stays there
    world = await World.open({ env: { DUCHA_ROLE: 'api' } });
    evidence = world.app.get(EVIDENCE_STORE, { strict: false });
    story = await aLivedCounty(world);
    before = await rowHashes(world.urls.superuserUrl);
    // the application's own role is enough
    manifest = await takeBackup({ databaseUrl: world.urls.appUrl, evidence, product, file });
  }, 120_000);
  afterAll(async () => {
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** An empty, migrated database of its own. */
  async function withTarget<T>(work: (urls: DatabaseUrls, admin: pg.Client) => Promise<T>): Promise<T> {
    targets += 1;
    const name = `restored_${process.pid}_${targets}`;
    const { server, urls } = await ownDatabase(name);
    const admin = new pg.Client({ connectionString: urls.superuserUrl });
    await admin.connect();
    try {
      return await work(urls, admin);
    } finally {
      await admin.end();
      await server.dropDatabase(name);
      await server.stop();
    }
  }
  const restore = (
    urls: DatabaseUrls,
    from = file,
    store: EvidenceStore = new MemoryStore(),
  ): Promise<BackupManifest> => restoreBackup({ file: from, ownerUrl: urls.ownerUrl, evidence: store, home: folder });

  describe('is whole', () => {
    it('holds every table of the catalogue; only what the queue forgets is left out', async () => {
      const tables = await world.store.query<{ schema: string; name: string }>(
        `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'f', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'test_clock')`,
      );
      const kept = new Set(manifest.tables.map(({ table }) => table));
      const left = tables.filter(({ schema, name }) => schema !== 'public' || !kept.has(name));
      expect([...new Set(left.map(({ schema }) => schema))]).toEqual(['bullmq']);
      expect(kept.size).toBe(tables.length - left.length);
    });

    it('takes a table along that nobody told it of, and the instance that lacks it says so (control)', async () => {
      const owner = new pg.Client({ connectionString: world.urls.ownerUrl });
      await owner.connect();
      const other = join(folder, 'more.zip');
      try {
        await owner.query(`create table forgotten (id int); insert into forgotten values (1), (2)`);
        const more = await takeBackup({ databaseUrl: world.urls.ownerUrl, evidence, product, file: other });
        expect(more.tables.find(({ table }) => table === 'forgotten')).toMatchObject({ rows: 2, columns: ['id'] });
        await withTarget((urls) =>
          expect(restore(urls, other)).rejects.toMatchObject({
            code: 'archive.unknownPart',
            facts: { table: 'forgotten' },
          }),
        );
      } finally {
        await owner.query('drop table forgotten');
        await owner.end();
      }
    });

    it('is one snapshot beside a working county', async () => {
      const other = join(folder, 'busy.zip');
      let stop = false;
      const work = async (): Promise<number> => {
        for (let n = 0; ; n += 1) {
          if (stop) return n;
          await world.as('clerk').does('/matters', {
            declaredUnclassified: true,
            kind: 'netizen_message',
            title: `并发 ${n}`,
            body: '正文',
            signatories: [{ name: '甲' }],
          });
        }
      };
      const working = work();
      const busy = await takeBackup({ databaseUrl: world.urls.appUrl, evidence, product, file: other });
      stop = true;
      expect(await working).toBeGreaterThan(0);
      // every matter has its signatories and its acts, or the restore would fail at a key
      await withTarget(async (urls) => expect((await restore(urls, other)).id).toBe(busy.id));
      await world.store.query(`select 1`);
    }, 60_000);

    it('never overwrites a file and leaves no draft when it fails', async () => {
      await expect(takeBackup({ databaseUrl: world.urls.appUrl, evidence, product, file })).rejects.toMatchObject({
        code: 'archive.fileExists',
      });
      const broken: EvidenceStore = Object.assign(new MemoryStore(), {
        open: () => Promise.reject(new Error('the store is away')),
      });
      const draft = join(folder, 'broken.zip');
      await expect(
        takeBackup({ databaseUrl: world.urls.appUrl, evidence: broken, product, file: draft }),
      ).rejects.toThrow('the store is away');
      expect((await readdir(folder)).filter((name) => name.startsWith('broken'))).toEqual([]);
    });
  });

  describe('comes back', () => {
    it('equal table by table, position by position and file by file, with a chain that verifies', async () => {
      await withTarget(async (urls, admin) => {
        const store = new MemoryStore();
        const anchor = await anchorOf(world.store);
        await restore(urls, file, store);
        const after = await rowHashes(urls.superuserUrl);
        expect(after.get('restoration')).not.toBe(before.get('restoration'));
        for (const hashes of [before, after]) hashes.delete('restoration');
        expect([...after].sort()).toEqual([...before].sort());
        expect([...store.files.keys()].sort()).toEqual([...story.files].sort());
        for (const [key, bytes] of store.files) expect(bytes.equals(await buffer(await evidence.open(key)))).toBe(true);
        const reader: Reader = {
          query: async <R>(sql: string, params: readonly unknown[] = []) =>
            (await admin.query(sql, [...params])).rows as R[],
        };
        const { links, tampering } = await verifyChain(reader, anchor ? [anchor] : []);
        expect([links, tampering]).toEqual([anchor?.seq, []]);
        // numbers go on where they stood
        const { rows } = await admin.query<{ name: string; n: string }>(
          'select sequence_name as name, next_number(kind, year) as n from number_series order by 1',
        );
        const stood = manifest.sequences.filter(({ name }) => name.startsWith('number_'));
        expect(rows.map(({ name, n }) => [name, Number(n) - 1])).toEqual(
          stood.map(({ name, lastValue }) => [name, Number(lastValue)]),
        );
        expect(rows.length).toBeGreaterThan(1);
      });
    }, 60_000);

    it('equal only when nothing was changed afterwards (control)', async () => {
      await withTarget(async (urls, admin) => {
        await restore(urls);
        await admin.query(`update matter set body = body || ' ' where title like '城关%'`);
        const after = await rowHashes(urls.superuserUrl);
        const differing = [...before.keys()].filter(
          (name) => name !== 'restoration' && after.get(name) !== before.get(name),
        );
        expect(differing).toEqual(['matter']);
      });
    });

    it('holds back until it is released: no sweep, job or relay changes a row; then everything is found again', async () => {
      await withTarget(async (urls) => {
        await restore(urls);
        const clock = new TestClock(urls.superuserUrl);
        await clock.advance({ hours: 1 });
        const held = await rowHashes(urls.superuserUrl);
        // an application that closes has ended the first turn of each of its sweeps
        await (await opened(urls)).close();
        // that sweeps turned is written down for the page of health, here as ever
        const work = (rows: Iterable<[string, string]>) => [...rows].filter(([name]) => name !== 'sweep_turn');
        expect(work(await rowHashes(urls.superuserUrl))).toEqual(work(held));

        const app = await opened(urls);
        try {
          await app.get(ReleaseRestore, { strict: false }).run(null);
          await expect(app.get(ReleaseRestore, { strict: false }).run(null)).rejects.toMatchObject({
            code: 'archive.notHeld',
          });
        } finally {
          await app.close();
        }
        const worker = await opened(urls);
        try {
          for (const taskId of [story.inTheQueue, story.onItsWay]) await delivered(urls, taskId);
        } finally {
          await worker.close();
        }
      });
    }, 90_000);
  });

  async function opened(urls: DatabaseUrls) {
    const settings = readSettings({
      DATABASE_URL: urls.appUrl,
      DUCHA_HOME: folder,
      DUCHA_UNSAFE_DATABASE: 'test',
      DUCHA_LOG_LEVEL: 'error',
    });
    return openApp(settings.with({ databaseSearchPath: testSearchPath }), urls);
  }

  async function delivered(urls: DatabaseUrls, taskId: string): Promise<void> {
    const client = new pg.Client({ connectionString: urls.superuserUrl });
    await client.connect();
    try {
      for (const deadline = performance.now() + 20_000; performance.now() < deadline;) {
        const { rows } = await client.query<{ state: string }>('select state from assignment where task_id = $1', [
          taskId,
        ]);
        if (rows[0]?.state === 'delivered') return;
        await client.query('select pg_sleep(0.05)');
      }
    } finally {
      await client.end();
    }
    throw new Error('the assignment was not delivered within 20 s');
  }

  describe('is refused, and nothing of it stays', () => {
    async function refused(from: string, code: string, store = new MemoryStore()): Promise<void> {
      await withTarget(async (urls) => {
        const empty = await rowHashes(urls.superuserUrl);
        await expect(restore(urls, from, store)).rejects.toMatchObject({ code });
        expect([...(await rowHashes(urls.superuserUrl))]).toEqual([...empty]);
        expect([...store.files.keys()]).toEqual([]);
      });
    }
    async function forged(name: string, change: Change): Promise<string> {
      const parts = await partsOf(file);
      const own = JSON.parse(parts.get('manifest.json')?.toString() ?? '') as BackupManifest;
      change(parts, own);
      if (parts.has('manifest.json')) parts.set('manifest.json', Buffer.from(JSON.stringify(own)));
      const path = join(folder, `${name}.zip`);
      await forge(parts, path);
      return path;
    }

    it('wherever one bit was flipped', async () => {
      const bytes = readFileSync(file);
      const path = join(folder, 'flipped.zip');
      const places = Array.from({ length: 60 }, (_, n) => Math.floor((n * (bytes.length - 1)) / 59));
      await withTarget(async (urls) => {
        for (const place of places) {
          const copy = Buffer.from(bytes);
          copy[place] = (copy[place] ?? 0) ^ 1;
          writeFileSync(path, copy);
          await expect(restore(urls, path)).rejects.toMatchObject({
            code: expect.stringMatching(/^archive\.(changed|notWhole)$/),
          });
        }
        // negative control: the same bytes unflipped are taken
        writeFileSync(path, bytes);
        expect((await restore(urls, path)).id).toBe(manifest.id);
      });
    }, 60_000);

    it.each([0, 1, 21, 4_000, -1, -64, -100])('when it is cut at %d', async (at) => {
      const path = join(folder, 'cut.zip');
      writeFileSync(path, readFileSync(file).subarray(0, at < 0 ? at : Math.max(at, 0)));
      await refused(path, 'archive.notWhole');
    });

    it('when it is not there, or is no archive', async () => {
      await refused(join(folder, 'nowhere.zip'), 'archive.fileMissing');
      const path = join(folder, 'letter.txt');
      writeFileSync(path, '一封信'.repeat(100));
      await refused(path, 'archive.notWhole');
    });

    const changes: [string, string, Change][] = [
      ['a later schema', 'archive.wrongVersion', (_, own) => own.migrations.push('Tomorrow9000000000000')],
      ['an earlier schema', 'archive.wrongVersion', (_, own) => own.migrations.pop()],
      ['another format', 'archive.wrongVersion', (_, own) => Object.assign(own, { format: 2 })],
      ['another kind', 'archive.otherKind', (_, own) => Object.assign(own, { kind: 'ducha-case-file' })],
      ['an unknown part', 'archive.unknownPart', (parts) => parts.set('tables/extra.copy', Buffer.from(''))],
      ['a field nobody knows', 'archive.partDiffers', (_, own) => Object.assign(own, { surprise: 1 })],
      ['a manifest that is none', 'archive.partDiffers', (_, own) => Object.assign(own, { tables: [{}] })],
      ['no manifest', 'archive.missingPart', (parts) => parts.delete('manifest.json')],
      ['no rows of a table', 'archive.missingPart', (parts) => parts.delete('tables/matter.copy')],
      [
        'a table left out',
        'archive.missingPart',
        (parts, own) => {
          parts.delete('tables/notice.copy');
          own.tables = own.tables.filter(({ table }) => table !== 'notice');
        },
      ],
      [
        'a changed row',
        'archive.partDiffers',
        (parts) =>
          parts.set(
            'tables/person.copy',
            Buffer.concat([parts.get('tables/person.copy') ?? Buffer.alloc(0), Buffer.from('\n')]),
          ),
      ],
      ['a changed file', 'archive.partDiffers', (parts) => parts.set(`files/${story.files[1]}`, Buffer.from('另一页'))],
      [
        'a row count that is not true',
        'archive.partDiffers',
        (_, own) => own.tables.forEach((part) => (part.rows += part.table === 'unit' ? 1 : 0)),
      ],
      [
        'a sequence that says more than a number',
        'archive.partDiffers',
        (_, own) => own.sequences.forEach((sequence) => (sequence.start = '1; drop table person')),
      ],
    ];
    it.each(changes)('when a careful forger put in %s', async (name, code, change) => {
      await refused(await forged(name.replaceAll(' ', '-'), change), code);
    });

    it('when the disk is full at the second file: the first one is taken back', async () => {
      const store = new MemoryStore();
      store.failsAfter = 1;
      await withTarget(async (urls) => {
        const empty = await rowHashes(urls.superuserUrl);
        await expect(restore(urls, file, store)).rejects.toThrow('the disk is full');
        expect([...(await rowHashes(urls.superuserUrl))]).toEqual([...empty]);
      });
      expect(store.files.size).toBe(0);
    });

    it('into an instance that somebody uses or that runs', async () => {
      await withTarget(async (urls, admin) => {
        await restore(urls);
        await expect(restore(urls)).rejects.toMatchObject({ code: 'archive.notEmpty' });
        await admin.query(
          'truncate restoration, audit_row, unit, person, account, matter, task, evidence, outbox cascade',
        );
        const company = new pg.Client({ connectionString: urls.appUrl, application_name: 'ducha' });
        await company.connect();
        await expect(restore(urls)).rejects.toMatchObject({ code: 'archive.inUse', facts: { processes: ['ducha'] } });
        await company.end();
        expect((await restore(urls)).id).toBe(manifest.id);
      });
    }, 60_000);
  });

  it('says which files were lost before it was made', async () => {
    const half: EvidenceStore = Object.assign(new MemoryStore(), {
      open: (key: string) => evidence.open(key === story.files[0] ? '0'.repeat(64) : key),
    });
    const lost = await takeBackup({
      databaseUrl: world.urls.appUrl,
      evidence: half,
      product,
      file: join(folder, 'lost.zip'),
    });
    expect(lost.lostFiles).toEqual([story.files[0]]);
    expect(lost.files.map(({ key }) => key)).toEqual([story.files[1]]);
  });
});
