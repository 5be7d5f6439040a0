import { adapters, type QueueServer } from './queue/adapters.js';
import { deathsKeep } from './queue/deaths.js';
import { deliveryKeeps } from './queue/delivery.js';
import { keysAndFlowsKeep } from './queue/keys-and-flows.js';
import { outagesKeep } from './queue/outages.js';

jest.setTimeout(120_000);

// One contract, every adapter of libs/queue.
describe.each(adapters())('queue on $kind', ({ kind, start }) => {
  if (!start) {
    if (process.env.DUCHA_REQUIRE_ALL === '1') {
      it('is tried', () => expect(`no ${kind} server program on the PATH`).toBe(''));
    } else {
      process.stderr.write(`\nSKIPPED: queue conformance on ${kind}: no redis-server or valkey-server on the PATH\n`);
      it.skip(`is tried (no ${kind} server program on the PATH)`, () => undefined);
    }
    return;
  }
  let server: QueueServer;
  beforeAll(async () => {
    server = await start();
  }, 60_000);
  afterAll(() => server.stop());
  beforeEach(() => server.wipe());

  // first, because BullMQ's loops wait 5 s after an error before they look whether they should end
  describe('outages', () => outagesKeep(() => server));
  describe('delivery', () => deliveryKeeps(() => server));
  describe('keys and flows', () => keysAndFlowsKeep(() => server));
  describe('deaths', () => deathsKeep(() => server));
});
