import { administratorRoles, policy } from '@ducha/access';
import { type Json, type PersonKey, World } from '#test-kit';
import { followEverything } from './kit/following.js';
import { cellsOf, type Findings, Matrix } from './kit/matrix.js';
import { mayRead } from './kit/oracle.js';
import type { Reader } from './kit/reader.js';
import { objectParts, plantRelations, type Planted } from './kit/planted.js';
import { readersOf } from './kit/readers.js';
import { nameOf, type Route, routesOf } from './kit/routes.js';
import { queryFieldsOf } from './kit/fields.js';

/** In the same role and relation as somebody who is asked. */
const alike = new Set<PersonKey>(['officer2', 'housingHead', 'townHead', 'cityLiaison', 'waterStaff']);

describe('role × route × relation', () => {
  let world: World;
  let routes: Route[];
  let readers: Reader[];
  let planted: Planted;
  beforeAll(async () => {
    world = await World.open({ env: { DUCHA_FRESH_MINUTES: '60' } });
    routes = routesOf(world);
    readers = (await readersOf(world)).filter(({ key }) => !alike.has(key));
    planted = await plantRelations(world);
  }, 300_000);
  afterAll(() => world.close());

  const tell = (what: string, { requests, mismatches, leaks }: Findings): void => {
    console.info(
      `${what}: ${requests} requests, ${mismatches.length} answers against the policy, ${leaks.length} leaks`,
    );
    if (process.env['DUCHA_TELL']) console.info([...mismatches.slice(0, 60), ...leaks.slice(0, 60)].join('\n'));
  };
  const refusals = async (): Promise<Map<string, number>> => {
    const rows = await world.store.query<{ key: string; n: number }>(
      `select person_id || ' ' || act || ' ' || coalesce(subject_id::text, '-') as key, count(*)::int as n from audit_row where act like '%.refused' and person_id is not null group by 1`,
    );
    return new Map(rows.map(({ key, n }) => [key, n]));
  };

  it('walks every route that the server answers', () => {
    const server = world.app.getHttpAdapter().getInstance() as {
      router: { stack: { route?: { path: string; methods: Record<string, boolean> } }[] };
    };
    const answered = server.router.stack
      .filter(({ route }) => route !== undefined && Object.keys(route.methods).length === 1)
      .flatMap(({ route }) =>
        route ? Object.keys(route.methods).map((method) => `${method.toUpperCase()} ${route.path}`) : [],
      );
    const walked = new Set(
      routes.map(
        (route) => `${route.method} ${route.path.startsWith('//') ? route.path.slice(1) : `/api/v1${route.path}`}`,
      ),
    );
    const documents = /^(GET|ALL|HEAD) \/api\/(docs|openapi)|^GET \/(\{?\*|assets|api\/v1\/openapi)/;
    expect(answered.filter((name) => !walked.has(name) && !documents.test(name))).toEqual([]);
    expect(walked.size).toBeGreaterThan(60);
  });

  it('tells nobody by live events what is not theirs', async () => {
    const matrix = new Matrix(world, planted);
    const told = await followEverything(world, matrix, readers, planted);
    matrix.close();
    tell('live events', matrix.findings());
    expect(planted.records.filter(({ record }) => told.includes(record.id)).length).toBeGreaterThan(10);
    expect(matrix.findings().leaks.slice(0, 40)).toEqual([]);
  }, 120_000);

  it('answers as the policy says, keeps every refusal, and shows nobody what is not theirs', async () => {
    const matrix = new Matrix(world, planted);
    const before = await refusals();
    const cells = cellsOf(routes, [null, ...readers], planted);
    // of every kind of record there are some that a role sees and others that the same role does not
    for (const object of Object.keys(objectParts)) {
      const asked = cells.filter(({ known }) => known?.object === object).map(({ expected }) => expected);
      expect([object, asked.includes('allowed'), asked.includes(404)]).toEqual([object, true, true]);
    }
    await matrix.ask(cells);
    const wanted = new Map(before);
    for (const { personId, act, subjectId } of matrix.findings().refused) {
      const key = `${personId} ${act} ${subjectId ?? '-'}`;
      wanted.set(key, (wanted.get(key) ?? 0) + 1);
    }
    await world.settles();
    const kept = await refusals();
    const lost = [...wanted]
      .filter(([key, n]) => (kept.get(key) ?? 0) < n)
      .map(([key, n]) => `${key}: ${kept.get(key) ?? 0} of ${n}`);
    matrix.close();
    const findings = matrix.findings();
    tell('policy', findings);
    console.info(`audit: ${findings.refused.length} refusals, ${lost.length} not kept`);
    expect(findings.mismatches.slice(0, 40)).toEqual([]);
    expect(findings.leaks.slice(0, 40)).toEqual([]);
    expect(lost.slice(0, 20)).toEqual([]);
    const strangers = await world.store.query<{ n: number }>(
      `select count(*)::int as n from audit_row where act like '%.refused' and person_id is null`,
    );
    expect(strangers[0]?.n).toBeGreaterThan(20);
  }, 600_000);

  it('leaks nothing by lists, pages, counts, searches, exports, timelines and the events of refusals', async () => {
    const matrix = new Matrix(world, planted);
    for (const reader of readers) await searchEverything(matrix, reader);
    await followEverything(world, matrix, readers, planted);
    matrix.close();
    const findings = matrix.findings();
    tell('canaries', findings);
    expect(findings.requests).toBeGreaterThan(3_000);
    expect(findings.mismatches).toEqual([]);
    expect(findings.leaks.slice(0, 40)).toEqual([]);
  }, 600_000);

  it('shows the three administrators no title at all', async () => {
    const administrators = readers.filter(({ role }) => administratorRoles.includes(role));
    expect(administrators).toHaveLength(3);
    expect(administrators.flatMap((reader) => planted.canaries.filter(({ of }) => mayRead(of, reader)))).toEqual([]);
    const titles = await world.store.query<{ title: string }>(
      'select title from task union all select title from matter',
    );
    const seen: string[] = [];
    const matrix = new Matrix(world, planted);
    for (const reader of administrators) {
      for (const { text } of await matrix.readAll(reader, pathsOf(routes, planted)))
        seen.push(...titles.filter(({ title }) => text.includes(title)).map(({ title }) => `${reader.role}: ${title}`));
    }
    matrix.close();
    expect(seen).toEqual([]);
  }, 180_000);

  it('turns red when one scope of the policy is widened', async () => {
    const row = policy['task.read'];
    if (typeof row === 'string') throw new Error('task.read is for everybody');
    const replaced = jest.replaceProperty(row, 'roles', { ...row.roles, unit_head: 'all' });
    const matrix = new Matrix(world, planted);
    const heads = readers.filter(({ role }) => role === 'unit_head');
    try {
      await matrix.ask(
        cellsOf(
          routes.filter((route) => nameOf(route) === 'GET /tasks/:id'),
          heads,
          planted,
        ),
      );
      for (const reader of heads) await matrix.readAll(reader, ['/tasks?limit=200']);
      const read = matrix.findings().leaks.length;
      expect(read).toBeGreaterThan(0);
      await followEverything(world, matrix, [...heads, ...readers.filter(({ role }) => role === 'auditor')], planted);
      expect(matrix.findings().leaks.length).toBeGreaterThan(read);
    } finally {
      replaced.restore();
      matrix.close();
    }
    const findings = matrix.findings();
    tell('control, unit heads read all tasks', findings);
    expect(findings.mismatches.length).toBeGreaterThan(0);
  }, 180_000);

  async function searchEverything(matrix: Matrix, reader: Reader): Promise<void> {
    await matrix.readAll(reader, pathsOf(routes, planted));
    const searchable = routes.filter((route) => route.method === 'GET' && queryFieldsOf(route).includes('q'));
    expect(searchable.length).toBeGreaterThan(6);
    const titles = [
      ...new Map([...planted.canaries].reverse().map(({ of, text }) => [of.record.id, { of, text }])).values(),
    ];
    const hidden = titles.filter(({ of }) => !mayRead(of, reader)).map(({ text }) => text);
    const paths = hidden.flatMap((text) =>
      searchable.map(
        (route) => `${route.path}?q=${text}${queryFieldsOf(route).includes('format') ? '&format=csv' : ''}`,
      ),
    );
    for (const [place, { status, text }] of (await matrix.readAll(reader, paths)).entries()) {
      if (status === 200 && foundIn(text) > 0)
        matrix.leaked(`${reader.role} (${reader.key}) finds ${paths[place] ?? ''}: ${text.slice(0, 200)}`);
    }
  }
});

/** Every path a reader can ask for, on every record there is. */
function pathsOf(routes: readonly Route[], planted: Planted): string[] {
  return routes
    .filter(({ method, streams, path }) => method === 'GET' && !streams && !path.startsWith('//'))
    .flatMap((route) => {
      const fields = queryFieldsOf(route);
      const query = [fields.includes('format') && 'format=csv', fields.includes('limit') && 'limit=200']
        .filter(Boolean)
        .join('&');
      const filled = (id: string): string => `${route.path.replace(/:\w+/, id)}${query && `?${query}`}`;
      return route.params.length === 0 ? [filled('')] : (planted.ids[route.path.split('/')[1] ?? ''] ?? []).map(filled);
    });
}

/** How many records an answer to a search tells of. */
function foundIn(text: string): number {
  if (!text.startsWith('{') && !text.startsWith('[')) return text.trim().split('\n').length - 1;
  const body: Json = JSON.parse(text);
  if (Array.isArray(body)) return body.length;
  return body.items?.length ?? body.value ?? 0;
}
