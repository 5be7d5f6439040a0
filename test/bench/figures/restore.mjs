import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import copyStreams from 'pg-copy-streams';
import { fillPast } from '../lists/fill.mjs';
import { median, rounded } from '../numbers.mjs';
import { once } from '../stage/database.mjs';
import { importBuilt } from '../stage/product.mjs';

const full = 1_000_000;
const short = 50_000;

/** A county of a million assignments written and brought back, beside a bare COPY of the same rows into tables without keys or indexes. */
export const restore = {
  name: 'restore',
  about: 'backup and restore of a county with 1,000,000 assignments, beside a bare COPY',
  weight: 2,
  async measure(bench, span) {
    const source = await bench.database('restore_source');
    const { assignments } = await fillPast(source, bench.either(full, short));
    const folder = mkdtempSync(join(tmpdir(), 'ducha-bench-restore-'));
    bench.cleanup.add(() => rmSync(folder, { recursive: true, force: true }));
    const file = join(folder, 'county.zip');
    const { takeBackup } = await importBuilt('libs/archive/src/index');
    const written = await seconds(() =>
      takeBackup({ databaseUrl: source.appUrl, evidence: noFiles, product: 'bench', file }),
    );
    bench.tell(`${assignments} assignments written in ${rounded(written)} s, ${rounded(statSync(file).size / 1e6)} MB`);
    const runs = await span.repeat(3, (run) => oneRun(bench, { source, file, folder, run }));
    const value = median(runs.map((run) => run.restored));
    const bare = median(runs.map((run) => run.bare));
    const unit = `s for ${assignments} assignments`;
    return [
      { name: 'restore', value, unit, bare, ratio: value / bare, bar: null, holds: true },
      { name: 'backup', value: written, unit, bare: null, ratio: null, bar: null, holds: true },
    ];
  },
};

/** The county of the bench has no files. */
const noFiles = { shared: false };

async function seconds(work) {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1_000;
}

/** Each side into an empty durable server of its own. */
async function oneRun(bench, { source, file, folder, run }) {
  const { startTestServer } = await importBuilt('libs/store/src/index');
  const { migrateAll } = await importBuilt('apps/server/src/boot/databases');
  const { restoreBackup } = await importBuilt('libs/archive/src/index');
  const server = await startTestServer({ unsafe: false });
  try {
    const urls = await server.createDatabase('restored');
    await migrateAll(urls.ownerUrl, urls.appUrl);
    const restored = await seconds(() =>
      restoreBackup({ file, ownerUrl: urls.ownerUrl, evidence: noFiles, home: folder }),
    );
    const plain = await server.createDatabase('plain');
    await migrateAll(plain.ownerUrl, plain.appUrl);
    const bare = await copyAll(source.superuserUrl, plain.superuserUrl, folder);
    bench.tell(`run ${run + 1}: restored in ${rounded(restored)} s, bare COPY ${rounded(bare)} s`);
    return { restored, bare };
  } finally {
    await server.destroy();
  }
}

/** Rows to files (not counted), then files into tables without keys, indexes or generated columns. @returns seconds of the second half */
async function copyAll(from, to, folder) {
  const tables = await once(
    from,
    `select c.relname as name, string_agg(quote_ident(a.attname), ', ' order by a.attnum) as columns from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' group by c.relname`,
  );
  await withClient(from, async (client) => {
    for (const { name, columns } of tables) {
      const rows = client.query(copyStreams.to(`copy public."${name}" (${columns}) to stdout`));
      await pipeline(rows, createWriteStream(join(folder, name)));
    }
  });
  return withClient(to, async (client) => {
    await client.query('create schema bare');
    for (const { name, columns } of tables)
      await client.query(`create table bare."${name}" as select ${columns} from public."${name}" with no data`);
    return seconds(async () => {
      for (const { name, columns } of tables) {
        const rows = client.query(copyStreams.from(`copy bare."${name}" (${columns}) from stdin`));
        await pipeline(createReadStream(join(folder, name)), rows);
      }
    });
  });
}

async function withClient(connectionString, work) {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
