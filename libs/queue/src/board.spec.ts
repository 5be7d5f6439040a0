import express from 'express';
import request from 'supertest';
import type { QueueBackend } from './backends/backend.js';
import { queueBoard } from './board.js';
import { BullQueues } from './bull-queues.js';
import { redisBackend } from './backends/redis.js';

describe('the board', () => {
  // the page needs no server: port 1 never answers, and nothing is asked of it
  let backend: QueueBackend;
  let queues: BullQueues;
  beforeAll(() => {
    backend = redisBackend({ databaseUrl: '', redisUrl: 'redis://127.0.0.1:1', role: 'api', poolMax: 2 });
    backend.outages.close();
    queues = new BullQueues(backend);
  });
  afterAll(() => queues.onApplicationShutdown());

  it('is a page that loads nothing from outside', async () => {
    const app = express().use('/queues', queueBoard(queues));
    const { status, text } = await request(app).get('/queues/');
    expect(status).toBe(200);
    expect(text).toContain('<div id="root">');
    expect(text.match(/(?:src|href)="(?:https?:)?\/\/[^"]*/g)).toBeNull();
    const script = /src="(static\/js\/[^"]+)"/.exec(text)?.[1];
    expect((await request(app).get(`/queues/${script}`)).status).toBe(200);
  });
});
