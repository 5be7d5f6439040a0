import { api, onSignedOut } from './client';

/** A server that takes one token; the browser sends whichever it holds, and may be given a new one at any time. */
class FarServer {
  held = 'old';
  valid = 'old';
  asked = 0;
  /** What happens elsewhere while the first request is on its way. */
  meanwhile: () => void = () => undefined;

  readonly fetch = (): Promise<Response> => {
    const sent = this.held;
    this.asked += 1;
    if (this.asked === 1) this.meanwhile();
    const ok = sent === this.valid;
    const body = JSON.stringify(ok ? { open: 3 } : { code: 'access.signedOut', status: 401 });
    return Promise.resolve(new Response(body, { status: ok ? 200 : 401 }));
  };
}

describe('A request that finds its session ended', () => {
  let server: FarServer;
  let told: number;
  const real = globalThis.fetch;

  beforeEach(() => {
    server = new FarServer();
    told = 0;
    globalThis.fetch = server.fetch;
    onSignedOut(() => (told += 1));
  });
  afterAll(() => {
    globalThis.fetch = real;
  });

  it('goes again where the session only moved to a new token while it was on its way', async () => {
    server.meanwhile = () => (server.held = server.valid = 'new');
    await expect(api.get('/inbox/counts')).resolves.toEqual({ open: 3 });
    expect(told).toBe(0);
  });

  it('says so once, and asks no third time, where the session is really over', async () => {
    server.meanwhile = () => (server.valid = 'none');
    await expect(api.get('/inbox/counts')).rejects.toMatchObject({ status: 401 });
    expect([told, server.asked]).toEqual([1, 2]);
  });

  it('never goes again while somebody signs in: a wrong code is used up once', async () => {
    server.valid = 'none';
    await expect(api.post('/session/proof', { code: '000000' })).rejects.toMatchObject({ status: 401 });
    expect([told, server.asked]).toEqual([0, 1]);
  });
});
