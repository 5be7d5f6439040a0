import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { PassingFiles } from '@ducha/http';
import sharp from 'sharp';
import { World } from '#test-kit';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

describe('evidence', () => {
  let world: World;
  beforeAll(async () => (world = await World.open()), 60_000);
  afterAll(() => world.close());

  it('keeps a file by its content and serves it as an attachment', async () => {
    const kept = await world
      .as('waterLiaison')
      .upload('/evidence', png, '现场照片（一）.png', { capturedAt: '2026-03-01T08:00:00Z' });
    expect([kept.status, kept.body.mediaType, kept.body.fileName]).toEqual([201, 'image/png', '现场照片（一）.png']);
    expect(kept.body.sha256).toBe(createHash('sha256').update(png).digest('hex'));
    const served = await world.as('waterLiaison').get(`/evidence/${kept.body.id}/content`);
    expect([served.status, served.headers['x-content-type-options']]).toEqual([200, 'nosniff']);
    expect(served.headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''%E7%8E%B0/);
    expect(Buffer.compare(served.body as Buffer, png)).toBe(0);
  });

  it('hides it from everybody who has no record to see it on', async () => {
    const kept = await world.as('waterLiaison').upload('/evidence', png, 'a.png');
    const other = await world.as('housingLiaison').get(`/evidence/${kept.body.id}/content`);
    expect([other.status, other.body.code]).toEqual([404, 'evidence.notFound']);
  });

  it('shows a photo small: upright, without what the camera wrote into it, to nobody else', async () => {
    const noise = { type: 'gaussian' as const, mean: 128, sigma: 40 };
    const photo = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#808080', noise } })
      .withExif({ IFD0: { Make: 'Pocket' }, IFD3: { GPSLatitude: '34/1 50/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 90 })
      .toBuffer();
    const { body: kept } = await world.as('waterLiaison').upload('/evidence', photo, '现场.jpg');
    const served = await world.as('waterLiaison').get(`/evidence/${kept.id}/preview`);
    expect([served.status, served.headers['content-type'], served.headers['x-content-type-options']]).toEqual([
      ...[200, 'image/jpeg', 'nosniff'],
    ]);
    const { width, height, exif, orientation } = await sharp(served.body as Buffer).metadata();
    expect({ width, height, exif, orientation }).toEqual({
      width: 240,
      height: 360,
      exif: undefined,
      orientation: undefined,
    });
    expect((served.body as Buffer).length * 20).toBeLessThan(photo.length);
    const other = await world.as('housingLiaison').get(`/evidence/${kept.id}/preview`);
    expect([other.status, other.body.code]).toEqual([404, 'evidence.notFound']);
  });

  it('has no small picture of what no decoder draws, and none that would unfold without end', async () => {
    const huge = Buffer.from(png);
    huge.writeUInt32BE(60_000, 16);
    huge.writeUInt32BE(60_000, 20);
    const torn = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(4_000, 7)]);
    const files: [Buffer, string][] = [
      [Buffer.from('%PDF-1.4\n%%EOF\n'), '纪要.pdf'],
      [torn, '断片.jpg'],
      [huge, '炸弹.png'],
    ];
    for (const [bytes, name] of files) {
      const { body } = await world.as('waterLiaison').upload('/evidence', bytes, name);
      const served = await world.as('waterLiaison').get(`/evidence/${body.id}/preview`);
      expect([name, served.status, served.body.code]).toEqual([name, 404, 'evidence.noPreview']);
    }
    // and the next one is drawn all the same: nobody waits for ever
    const { body } = await world.as('waterLiaison').upload('/evidence', png, '点.png');
    const all = await Promise.all(
      Array.from({ length: 6 }, () => world.as('waterLiaison').get(`/evidence/${body.id}/preview`)),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 200));
  });

  it.each([
    ['a program', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(300, 1)]), 'photo.png', 415],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), 'report.txt', 415],
    ['nothing', Buffer.alloc(0), 'empty.png', 422],
  ])('refuses %s', async (_, bytes, name, status) => {
    const answer = await world.as('officer').upload('/evidence', bytes, name);
    expect(answer.status).toBe(status);
  });

  it('names the field of a bad time', async () => {
    const answer = await world.as('officer').upload('/evidence', png, 'a.png', { capturedAt: '2026-02-30T00:00:00Z' });
    expect([answer.status, answer.body.errors[0].path]).toEqual([400, 'capturedAt']);
  });

  it.each([
    ['was taken', {}, 201],
    ['had a bad time', { capturedAt: '昨天' }, 400],
    ['had a field nobody knows', { surprise: '1' }, 400],
  ])('leaves nothing on the way when it %s', async (_, fields: Record<string, string>, status) => {
    const text = Buffer.from(`一页文字 ${randomUUID()}`);
    expect((await world.as('officer').upload('/evidence', text, 'a.txt', fields)).status).toBe(status);
    const left: string[] = [];
    const { folder } = world.app.get(PassingFiles, { strict: false });
    for (const name of await readdir(folder)) {
      const bytes = await readFile(join(folder, name));
      if (bytes.equals(text)) left.push(name);
    }
    expect(left).toEqual([]);
  });

  it('keeps no connection to the database for those who send slowly', async () => {
    const cookie = await world.cookieOf('officer');
    const { port } = world.app.getHttpServer().address() as AddressInfo;
    // more than there are connections
    const phones = Array.from({ length: 30 }, () => slowPhone(port, cookie, randomUUID()));
    await Promise.all(phones.map((phone) => phone.begins()));
    await world.as('officer').sees('/tasks');
    const kept = await Promise.all(phones.map((phone) => phone.ends()));
    expect(new Set(kept.map(({ id }) => id)).size).toBe(phones.length);
    const again = slowPhone(port, cookie, phones[0]?.key ?? '');
    await again.begins();
    expect(await again.ends()).toEqual(kept[0]);
  });
});

/** A telephone with little signal: half of its photo is on its way until it is told to send the rest. */
function slowPhone(port: number, cookie: string, key: string) {
  const boundary = 'form';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head), png, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const half = head.length + 20;
  const headers = {
    ...{ cookie, 'idempotency-key': key, 'content-length': body.length },
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const asked = request({ host: '127.0.0.1', port, method: 'POST', path: '/api/v1/evidence', headers, agent: false });
  return {
    key,
    begins: () => sent(asked, body.subarray(0, half)),
    async ends(): Promise<{ id: string }> {
      const answered = new Promise<string>((resolve, reject) => {
        asked.on('error', reject).on('response', (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => (text += part));
          response.on('end', () => resolve(text));
        });
      });
      asked.end(body.subarray(half));
      return JSON.parse(await answered) as { id: string };
    },
  };
}

function sent(asked: ClientRequest, part: Buffer): Promise<void> {
  return new Promise((resolve, reject) => asked.write(part, (fault) => (fault ? reject(fault) : resolve())));
}
