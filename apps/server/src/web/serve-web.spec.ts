import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { serveWeb } from './serve-web.js';

@Module({})
class Nothing {}

const script = 'export const words = "督查督查督查";\n'.repeat(100);
const page = '<!doctype html><title>督查</title>';

describe('serveWeb', () => {
  let app: NestExpressApplication;
  const folder = mkdtempSync(join(tmpdir(), 'ducha-web-'));

  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), page);
    writeFileSync(join(folder, 'assets/a-1.js'), script);
    writeFileSync(join(folder, 'assets/a-1.js.gz'), gzipSync(script));
    writeFileSync(join(folder, 'assets/a-1.js.br'), brotliCompressSync(script));
    writeFileSync(join(folder, 'assets/plain-1.js'), script);
    app = await NestFactory.create<NestExpressApplication>(Nothing, { logger: false });
    serveWeb(app, folder);
    await app.init();
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  const asked = (path: string, encodings: string) =>
    request(app.getHttpServer()).get(path).set('Accept-Encoding', encodings).buffer();

  it.each([
    ['br, gzip', 'br'],
    ['gzip, deflate', 'gzip'],
    ['identity', undefined],
  ])('sends a script to a browser that takes %s as %s', async (encodings, encoding) => {
    const { headers, status } = await asked('/assets/a-1.js', encodings);
    expect(status).toBe(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['content-type']).toMatch(/^(?:text|application)\/javascript/);
    expect(headers['vary']).toContain('Accept-Encoding');
    expect(headers['cache-control']).toContain('immutable');
  });

  it('sends the same script, whichever way it was packed', async () => {
    const [packed, plain] = [await asked('/assets/a-1.js', 'gzip'), await asked('/assets/a-1.js', 'identity')];
    expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 4);
    expect([packed.text, plain.text]).toEqual([script, script]);
  });

  it('sends what was not packed as it is', async () => {
    const { headers, text } = await asked('/assets/plain-1.js', 'br, gzip');
    expect(headers['content-encoding']).toBeUndefined();
    expect(text).toBe(script);
  });

  it.each(['/', '/tasks/1'])('answers %s with the one page, and nothing of the server’s own', async (path) => {
    const { text, headers } = await asked(path, 'gzip').set('Accept', 'text/html');
    expect(text).toBe(page);
    expect(headers['cache-control']).toBe('no-cache');
    expect((await asked('/api/v1/nothing', 'gzip').set('Accept', 'text/html')).status).toBe(404);
    expect((await asked('/assets/gone.js', 'gzip')).status).toBe(404);
  });
});
