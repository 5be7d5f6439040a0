import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { DiskStore } from './disk-store.js';
import type { EvidenceStore } from './evidence-store.js';
import { S3Store } from './s3-store.js';

/** A bucket on loopback that speaks as much S3 as one object needs: PUT, GET, HEAD, DELETE, NoSuchKey. */
function bucket(): Promise<Server> {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const key = (request.url ?? '').split('?')[0] ?? '';
    if (request.method === 'PUT') {
      void buffer(request).then((bytes) => {
        objects.set(key, bytes);
        response.setHeader('ETag', '"1"').end();
      });
      return;
    }
    if (request.method === 'DELETE') {
      objects.delete(key);
      response.writeHead(204).end();
      return;
    }
    const bytes = objects.get(key);
    if (bytes) response.setHeader('Content-Length', bytes.length).end(bytes);
    else response.writeHead(404, { 'Content-Type': 'application/xml' }).end('<Error><Code>NoSuchKey</Code></Error>');
  });
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

describe.each(['disk', 's3'] as const)('evidence store on %s', (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-evidence-'));
  let server: Server | undefined;
  let store: EvidenceStore;

  beforeAll(async () => {
    if (kind === 'disk') {
      store = new DiskStore(join(folder, 'kept'), false);
      return;
    }
    server = await bucket();
    const { port } = server.address() as AddressInfo;
    store = new S3Store({
      endpoint: `http://127.0.0.1:${port}`,
      bucket: 'evidence',
      region: 'cn-test',
      accessKey: 'key',
      secretKey: 'secret',
    });
  });
  afterAll(() => {
    server?.close();
    server?.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  });

  function file(bytes: Buffer): { key: string; upload: { path: string; sizeBytes: number; mediaType: string } } {
    const path = join(folder, 'upload');
    writeFileSync(path, bytes);
    return {
      key: createHash('sha256').update(bytes).digest('hex'),
      upload: { path, sizeBytes: bytes.length, mediaType: 'application/pdf' },
    };
  }

  it.each([1, 100_000, 3_000_000])('gives back the %d bytes it was given', async (size) => {
    const bytes = Buffer.alloc(size, '证');
    const { key, upload } = file(bytes);
    await store.keep(key, upload);
    expect(Buffer.compare(await buffer(await store.open(key)), bytes)).toBe(0);
  });

  it('keeps the same file twice without harm', async () => {
    const { key, upload } = file(Buffer.from('same'));
    await store.keep(key, upload);
    await store.keep(key, upload);
    expect((await buffer(await store.open(key))).toString()).toBe('same');
  });

  it('names a file it does not have', async () => {
    await expect(store.open('0'.repeat(64))).rejects.toMatchObject({ code: 'evidence.fileMissing' });
  });

  it('knows what it has, and discards it once and again', async () => {
    const { key, upload } = file(Buffer.from('passing'));
    expect(await store.has(key)).toBe(false);
    await store.keep(key, upload);
    expect(await store.has(key)).toBe(true);
    await store.discard(key);
    await store.discard(key);
    expect(await store.has(key)).toBe(false);
    await expect(store.open(key)).rejects.toMatchObject({ code: 'evidence.fileMissing' });
  });

  it('says whether other processes reach it', () => {
    expect(store.shared).toBe(kind === 's3');
  });
});

it('never leaves its folder, whatever the key', async () => {
  const store = new DiskStore(tmpdir(), false);
  await expect(store.open('../../etc/passwd')).rejects.toMatchObject({ code: 'evidence.fileMissing' });
});
