import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { claimInstance, runningInstance, type InstanceClaim } from './instance.js';

const homes: string[] = [];
const servers: Server[] = [];

function home(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ducha-instance-'));
  homes.push(folder);
  return folder;
}

async function answering(): Promise<number> {
  const server = createServer((request, response) => {
    response.writeHead(request.url === '/livez' ? 200 : 404).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return address && typeof address === 'object' ? address.port : 0;
}

async function claimOf(folder: string): Promise<InstanceClaim> {
  const answer = await claimInstance(folder);
  if (!('claim' in answer)) throw new Error(`taken by ${answer.running.address}`);
  return answer.claim;
}

afterEach(() => servers.splice(0).forEach((server) => server.close()));
afterAll(() => homes.forEach((folder) => rmSync(folder, { recursive: true })));

describe('the instance of a home', () => {
  it('is nobody at first and after a release', async () => {
    const folder = home();
    expect(await runningInstance(folder)).toBeUndefined();
    const claim = await claimOf(folder);
    claim.listening({ port: await answering(), host: '127.0.0.1', address: 'http://localhost' });
    expect(await runningInstance(folder)).toMatchObject({ pid: process.pid, address: 'http://localhost' });
    claim.release();
    expect(await runningInstance(folder)).toBeUndefined();
  });

  it('answers a second start with its address, also when that one comes before the port is open', async () => {
    const folder = home();
    const claim = await claimOf(folder);
    const second = claimInstance(folder);
    claim.listening({ port: await answering(), host: '0.0.0.0', address: 'http://localhost:1' });
    expect(await second).toMatchObject({ running: { address: 'http://localhost:1' } });
  });

  it('gives one of two simultaneous starts the claim', async () => {
    const folder = home();
    const port = await answering();
    const starts = [1, 2, 3].map(async () => {
      const answer = await claimInstance(folder);
      if ('claim' in answer) answer.claim.listening({ port, host: '127.0.0.1', address: 'http://localhost' });
      return 'claim' in answer;
    });
    expect((await Promise.all(starts)).filter(Boolean)).toHaveLength(1);
  });

  it('is nobody when its process is gone, its number is another process now, or the port is silent', async () => {
    const folder = home();
    const claim = await claimOf(folder);
    claim.listening({ port: 1, host: '127.0.0.1', address: 'http://localhost' });
    expect(await runningInstance(folder)).toBeUndefined();
    const livez = `http://127.0.0.1:${await answering()}/livez`;
    const stolen = { mark: `${process.pid} 1`, home: folder, pid: process.pid, livez };
    writeFileSync(join(folder, 'instance.json'), JSON.stringify(stolen));
    expect(await runningInstance(folder)).toBeUndefined();
    expect(await claimInstance(folder)).toHaveProperty('claim');
  });

  it('is not the one whose folder was copied while it ran', async () => {
    const [folder, copy] = [home(), home()];
    const claim = await claimOf(folder);
    claim.listening({ port: await answering(), host: '127.0.0.1', address: 'http://localhost' });
    copyFileSync(join(folder, 'instance.json'), join(copy, 'instance.json'));
    expect(await runningInstance(copy)).toBeUndefined();
  });
});
