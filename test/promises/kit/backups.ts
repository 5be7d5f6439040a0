import { createHash } from 'node:crypto';
import { createWriteStream, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { Linker } from '@ducha/audit';
import type { EvidenceStore } from '@ducha/evidence';
import { Undelivered } from '@ducha/task';
import pg from 'pg';
import yauzl, { type Entry } from 'yauzl';
import yazl from 'yazl';
import type { World } from '#test-kit';

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString();

/** An evidence store in memory, to see what was put into it. */
export class MemoryStore implements EvidenceStore {
  readonly shared = false;
  readonly files = new Map<string, Buffer>();
  /** Fails from this many kept files on. */
  failsAfter = Infinity;

  async keep(key: string, { path }: { path: string }): Promise<void> {
    if (this.files.size >= this.failsAfter) throw new Error('the disk is full');
    this.files.set(key, await readFile(path));
  }
  open(key: string): Promise<Readable> {
    return Promise.resolve(Readable.from([this.files.get(key) ?? Buffer.alloc(0)]));
  }
  has(key: string): Promise<boolean> {
    return Promise.resolve(this.files.has(key));
  }
  discard(key: string): Promise<void> {
    this.files.delete(key);
    return Promise.resolve();
  }
}

/** A county that has lived: two papers, a matter, a signed and reported assignment, one on its way, one that only the queue knew of. */
export async function aLivedCounty(world: World): Promise<{ onItsWay: string; inTheQueue: string; files: string[] }> {
  const files = ['一页会议纪要', '一页现场记录'].map((text) => Buffer.from(`${text}\n`.repeat(200)));
  const kept = [];
  for (const file of files) kept.push(await world.as('clerk').upload('/evidence', file, '纪要.txt'));
  await world.as('clerk').does('/matters', {
    declaredUnclassified: true,
    kind: 'netizen_message',
    title: '城关排水沟\t堵塞\\N “反斜杠”',
    body: '第一行\n第二行\\.\n\\N',
    signatories: [{ name: '网民甲', contact: '13800001111' }],
    evidenceIds: kept.map(({ body }) => body.id),
  });
  await dispatch(world, '先办的一件');
  await world.clock.advance({ minutes: 5 });
  await world.app.get(Undelivered, { strict: false }).deliver();
  const [order] = (await world.as('waterLiaison').sees('/assignments?box=to_sign')).items;
  await world.as('waterLiaison').does(`/assignments/${order.id}/sign`, {}, { ifMatch: order.version });
  await world.as('waterStaff').does(`/assignments/${order.id}/report`, { progress: '已清淤三公里' });
  const inTheQueue = await dispatch(world, '只在队列里的一件');
  await world.store.query('delete from outbox');
  const onItsWay = await dispatch(world, '还在路上的一件');
  await world.app.get(Linker, { strict: false }).linkAll();
  return { onItsWay, inTheQueue, files: files.map((file) => createHash('sha256').update(file).digest('hex')) };
}

async function dispatch(world: World, title: string): Promise<string> {
  const task = await world.as('magistrate').does('/tasks', {
    title,
    demand: '汛期前完成清淤，逐沟验收。',
    leadUnitId: world.county.unit.water,
    assistUnitIds: [],
    dueAt: inDays(10),
    door: 'instruct',
    dispatch: true,
  });
  return task.id;
}

/** A digest of all rows of every table. */
export async function rowHashes(url: string): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const tables = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
    );
    const hashes = new Map<string, string>();
    for (const { name } of tables.rows) {
      const { rows } = await client.query<{ n: string; hash: string }>(
        `select count(*) as n, md5(coalesce(string_agg(t::text, E'\\n' order by t::text collate "C"), '')) as hash from public."${name}" t`,
      );
      hashes.set(name, `${rows[0]?.n} ${rows[0]?.hash}`);
    }
    const sequences = await client.query<{ name: string; at: string }>(
      `select sequencename as name, concat(last_value, ' ', increment_by, ' ', cache_size) as at from pg_sequences where schemaname = 'public'`,
    );
    for (const { name, at } of sequences.rows) hashes.set(`sequence ${name}`, at);
    return hashes;
  } finally {
    await client.end();
  }
}

/** Parts of a ZIP, to be changed by a forger who knows the format. */
export async function partsOf(file: string): Promise<Map<string, Buffer>> {
  const zip = await new Promise<yauzl.ZipFile>((resolve, reject) =>
    yauzl.fromBuffer(readFileSync(file), { lazyEntries: true }, (error, opened) =>
      error ? reject(error) : resolve(opened),
    ),
  );
  const parts = new Map<string, Buffer>();
  return new Promise((resolve, reject) => {
    zip.on('end', () => resolve(parts));
    zip.on('entry', (entry: Entry) =>
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        void buffer(stream).then((bytes) => {
          parts.set(entry.fileName, bytes);
          zip.readEntry();
        });
      }),
    );
    zip.readEntry();
  });
}

/** Writes a ZIP of these parts with a seal that is right: what somebody makes who forges with care. */
export async function forge(parts: ReadonlyMap<string, Buffer>, file: string): Promise<void> {
  const zip = new yazl.ZipFile();
  for (const [path, bytes] of parts) zip.addBuffer(bytes, path);
  const prefix = 'ducha-seal sha256:';
  zip.end({ comment: prefix + '0'.repeat(64), forceZip64Format: false });
  const whole = await buffer(zip.outputStream as Readable);
  const body = whole.subarray(0, whole.length - 64);
  const seal = createHash('sha256').update(body).digest('hex');
  await pipeline(Readable.from([body, Buffer.from(seal)]), createWriteStream(file));
}
