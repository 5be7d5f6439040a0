import { administratorRoles } from '@ducha/access';
import { isId } from '@ducha/http';
import { World } from '#test-kit';
import { plantDuties } from '../flows/stories/matter-story.js';
import { type BadRequest, badRequestsFor, type Right } from './kit/bad-requests.js';
import { Door, inParallel, type RawAnswer } from './kit/door.js';
import { queryFieldsOf } from './kit/fields.js';
import { expectedOf } from './kit/oracle.js';
import type { Reader } from './kit/reader.js';
import { type Known, objectParts, plantRelations, type Planted } from './kit/planted.js';
import { freshCookie, readersOf } from './kit/readers.js';
import { nameOf, type Route, routesOf } from './kit/routes.js';
import { Samples } from './kit/samples.js';
import { storedState } from './kit/stored-state.js';

interface Outcome {
  readonly request: BadRequest;
  readonly answer: RawAnswer;
}

const width = 8;
const idOfNobody = '018f0000-0000-7000-8000-00000000000a';
const fromBase64 = (text: string): string => Buffer.from(text, 'base64url').toString();
const toBase64 = (text: string): string => Buffer.from(text).toString('base64url');

describe('bad input', () => {
  let world: World;
  let door: Door;
  let routes: Route[];
  let readers: Reader[];
  let planted: Planted;
  const broken: string[] = [];
  const unexplained: string[] = [];
  const taken: string[] = [];
  const changed: string[] = [];
  let sent = 0;
  let refused = 0;

  beforeAll(async () => {
    world = await World.open({ env: { DUCHA_FRESH_MINUTES: '60' } });
    door = new Door(world, width);
    routes = routesOf(world).filter(({ path }) => !path.startsWith('//') && path !== '/session');
    const isAdministrator = ({ role }: Reader): boolean => administratorRoles.includes(role);
    const everybody = await readersOf(world);
    // whoever may do business is asked first; administrators are left for what only they may do
    readers = [...everybody.filter((one) => !isAdministrator(one)), ...everybody.filter(isAdministrator)];
    planted = await plantRelations(world);
  }, 300_000);
  afterAll(async () => {
    console.info(
      `bad input: ${sent} requests over ${routes.length} routes, ${refused} refused, ${broken.length} × 5xx, ${unexplained.length} without a code, ${taken.length} taken, ${changed.length} routes changed something`,
    );
    if (process.env['DUCHA_TELL'])
      console.info([...broken, ...unexplained, ...taken, ...changed].slice(0, 150).join('\n'));
    door.close();
    await world.close();
  });

  it('is refused with a reason, never breaks anything, and changes nothing', async () => {
    const samples = new Samples(world, planted);
    const cookies = new Map<string, string>();
    for (const route of routes) {
      const asked = asker(route);
      const cookie = asked && (cookies.get(asked.reader.key) ?? (await freshCookie(world, asked.reader.key)));
      if (asked && cookie) cookies.set(asked.reader.key, cookie);
      const requests = badRequestsFor(route, await rightFor(route, asked?.known ?? null), samples);
      await ask(
        route,
        requests.map((request) => ({ ...request, cookie })),
      );
    }
    expect(sent).toBeGreaterThanOrEqual(8_000);
    expect(broken.slice(0, 30)).toEqual([]);
    expect(unexplained.slice(0, 30)).toEqual([]);
    expect(taken.slice(0, 30)).toEqual([]);
    expect(changed).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  }, 1_200_000);

  it('is what a page’s place becomes when its id is none', async () => {
    const lists = routes.filter(
      (route) => queryFieldsOf(route).includes('cursor') && !/(count|export)$/.test(route.path),
    );
    const refusedAt: string[] = [];
    await plantDuties(world);
    for (const route of lists) {
      const asked = asker(route);
      const cookie = await freshCookie(world, asked?.reader.key ?? 'auditor');
      const { path } = await rightFor(route, asked?.known ?? null);
      const page = await door.send({ method: 'GET', path: `${path}?limit=1`, cookie });
      const next: unknown = (JSON.parse(page.text) as { next?: unknown }).next;
      const place = typeof next === 'string' ? (JSON.parse(fromBase64(next)) as unknown[]) : [idOfNobody];
      if (!isId(place.at(-1))) continue;
      const crafted = toBase64(JSON.stringify([...place.slice(0, -1), 'no-id']));
      const { status, text } = await door.send({ method: 'GET', path: `${path}?cursor=${crafted}`, cookie });
      expect([nameOf(route), status, (JSON.parse(text) as { code?: string }).code]).toEqual([
        nameOf(route),
        400,
        'http.invalidCursor',
      ]);
      refusedAt.push(nameOf(route));
    }
    console.info(`crafted places: ${refusedAt.length} of ${lists.length} lists go by an id, all refuse`);
    expect(lists.length).toBeGreaterThan(9);
    expect(refusedAt.length).toBeGreaterThanOrEqual(lists.length - 1);
  });

  it('has a control: a request that is taken does change something', async () => {
    const before = await storedState(world);
    await world.as('officer').does('/tasks', { title: '一项草稿' });
    expect(await storedState(world)).not.toEqual(before);
  });

  it('describes every body and query by a name of its own, or the API document mixes them up', () => {
    const classes = [...new Set(routesOf(world).flatMap(({ body, query }) => [body, query]))].filter(
      (type) => type !== undefined,
    );
    const names = classes.map(({ name }) => name).filter((name) => name !== 'Object');
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  /** Asks everything; what must be refused is asked between two looks at the database. */
  async function ask(route: Route, requests: readonly BadRequest[]): Promise<void> {
    const before = await storedState(world);
    await send(
      route,
      requests.filter(({ certain }) => certain),
    );
    if ((await storedState(world)) !== before) changed.push(nameOf(route));
    const accepted = await send(
      route,
      requests.filter(({ certain }) => !certain),
    );
    if (accepted > 0 && route.method !== 'GET') await world.settles();
  }

  /** How many were not refused. */
  async function send(route: Route, requests: readonly BadRequest[]): Promise<number> {
    const outcomes = await inParallel(requests, width, async (request): Promise<Outcome> => ({
      request,
      answer: await door.send(request, (text) => text.includes('ready')),
    }));
    outcomes.forEach((outcome) => judge(route, outcome));
    return outcomes.filter(({ answer }) => answer.status < 400).length;
  }

  function judge(route: Route, { request, answer: { status, headers, text } }: Outcome): void {
    sent += 1;
    const what = `${nameOf(route)} ${request.fault}: ${status}`;
    if (status >= 500) broken.push(`${what} ${text.slice(0, 100)}`);
    if (status < 400 && request.certain) taken.push(`${what} ${text.slice(0, 100)}`);
    if (status < 400) return;
    refused += 1;
    const problem = String(headers['content-type']).startsWith('application/problem+json')
      ? (JSON.parse(text) as { code?: string; status?: number })
      : {};
    if (problem.code === undefined || problem.status !== status)
      unexplained.push(`${what} ${String(headers['content-type'])} ${text.slice(0, 100)}`);
  }

  /** Somebody who may do the act, on a record it may be done on. */
  function asker(route: Route): { reader: Reader; known: Known | null } | undefined {
    const part = route.path.split('/')[1] ?? '';
    const objects =
      route.act.param === undefined ? [null] : planted.records.filter(({ object }) => objectParts[object] === part);
    const pairs = readers.flatMap((reader) => objects.map((known) => ({ reader, known })));
    return pairs.find(
      ({ reader, known }) => expectedOf(route, reader, known) === 'allowed' && route.act.act !== 'public',
    );
  }

  async function rightFor(route: Route, known: Known | null): Promise<Right> {
    const [param] = route.params;
    const part = route.path.split('/')[1] ?? '';
    const id = known?.record.id ?? planted.ids[part]?.[0] ?? idOfNobody;
    const path = param === undefined ? route.path : route.path.replace(`:${param}`, id);
    const [row] = known
      ? await world.store.query<{ version: number }>(`select version from ${known.object} where id = $1`, [id])
      : [];
    return { path, headers: route.takesVersion ? { 'if-match': `"${row?.version ?? 1}"` } : {} };
  }
});
