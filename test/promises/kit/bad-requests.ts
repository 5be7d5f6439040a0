import { randomUUID } from 'node:crypto';
import { badQueriesFor, type BadValue, badValuesFor } from './bad-values.js';
import type { RawRequest } from './door.js';
import { type Field, fieldsOf } from './fields.js';
import type { Route } from './routes.js';
import { nestedType, type Samples } from './samples.js';

/** A request that should be refused. */
export interface BadRequest extends RawRequest {
  /** What is wrong with it. */
  readonly fault: string;
  /** False where the product may take it. */
  readonly certain: boolean;
}

/** What a route is asked with: a path and headers that are right. */
export interface Right {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

const idAtEnd = '018f0000-0000-7000-8000-000000000000';

/** Every bad request for one route: field by field, body, headers, path and query. */
export function badRequestsFor(route: Route, right: Right, samples: Samples): BadRequest[] {
  const wrong = (fault: string, certain: boolean, changes: Partial<RawRequest> = {}): BadRequest => ({
    method: route.method,
    path: right.path,
    headers: right.headers,
    ...(route.method !== 'GET' && route.method !== 'DELETE' && { body: JSON.stringify(samples.bodyOf(route.body)) }),
    fault,
    certain,
    ...changes,
  });
  const writes =
    route.method === 'GET' || route.method === 'DELETE'
      ? []
      : [...badFields(route, wrong, samples), ...badBodies(route, wrong, samples), ...badKeys(route, wrong, right)];
  return [
    ...writes,
    ...badPaths(route, wrong),
    ...badVersions(route, wrong, right),
    ...badQueries(route, wrong, right),
  ];
}

/** What the framework answers in front of every route alike: each route is asked a third, neighbours another third. */
function shareOf<T>({ path, method }: Route, all: readonly T[]): T[] {
  return all.filter((_, place) => (place + path.length + method.length) % 3 === 0);
}

const met = new Map<string, number>();

/**
 * The bad values for a field: all of them where its rules are met for the first time, then every fourth one and the others
 * in turn, and nothing (null) everywhere. Fields that share their rules share the validators and differ in the use case.
 */
function valuesFor(field: Field, all: readonly BadValue[]): readonly BadValue[] {
  const rules = JSON.stringify([
    field.rules.map(({ name, each, constraints }) => [name, each, constraints.map(String)]),
  ]);
  const times = met.get(rules) ?? 0;
  met.set(rules, times + 1);
  return times === 0 ? all : all.filter(({ json }, place) => json === 'null' || (place + times) % 4 === 0);
}

type Wrong = (fault: string, certain: boolean, changes?: Partial<RawRequest>) => BadRequest;

function badFields(route: Route, wrong: Wrong, samples: Samples): BadRequest[] {
  const fields = fieldsOf(route.body);
  const mutated = (field: Field, json: string): string => {
    const others = Object.entries(samples.bodyOf(route.body)).filter(([name]) => name !== field.name);
    return `{${[...others.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`), `${JSON.stringify(field.name)}:${json}`].join()}}`;
  };
  return fields.flatMap((field) => [
    ...valuesFor(field, badValuesFor(field)).map(({ json, certain }) =>
      wrong(`${field.name} = ${json.slice(0, 60)}`, certain, { body: mutated(field, json) }),
    ),
    ...badInside(route, field, wrong, samples, mutated),
    ...(field.optional
      ? []
      : [
          wrong(`no ${field.name}`, true, {
            body: JSON.stringify({ ...samples.bodyOf(route.body), [field.name]: undefined }),
          }),
        ]),
  ]);
}

function badInside(
  route: Route,
  field: Field,
  wrong: Wrong,
  samples: Samples,
  mutated: (field: Field, json: string) => string,
): BadRequest[] {
  const inner = nestedType(route.body, field.name);
  return fieldsOf(inner).flatMap((part) =>
    valuesFor(part, badValuesFor(part)).map(({ json, certain }) => {
      const others = Object.entries(samples.bodyOf(inner)).filter(([name]) => name !== part.name);
      const object = `{${[...others.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`), `${JSON.stringify(part.name)}:${json}`].join()}}`;
      const value = field.rules.some(({ name }) => name === 'isArray') ? `[${object}]` : object;
      return wrong(`${field.name}.${part.name} = ${json.slice(0, 60)}`, certain, { body: mutated(field, value) });
    }),
  );
}

function badBodies(route: Route, wrong: Wrong, samples: Samples): BadRequest[] {
  const { body: type, path } = route;
  const good = JSON.stringify(samples.bodyOf(type));
  const unreadable = [
    '{',
    '{"a":',
    '[1,2',
    '"text"',
    '42',
    'true',
    'undefined',
    '{"a":1}}',
    '\u0000',
    '{"a":"\u0001"}',
    '[',
  ];
  const huge =
    path.length % 5 === 0
      ? [
          `${'['.repeat(100_000)}`,
          `{"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`,
          JSON.stringify({ a: 'x'.repeat(1_100_000) }),
        ]
      : [];
  const foreign =
    type === undefined
      ? []
      : [
          '{"noRouteKnowsThis":1}',
          '{"__proto__":{"admin":true},"x":1}',
          '{"constructor":1}',
          '{"toString":1,"valueOf":1}',
          '{"id":"x","version":7,"state":"closed"}',
          '[{}]',
        ];
  const types = [
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/xml',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    'application/json; charset=utf-7',
    'application/octet-stream',
    'x',
    'application/json; charset="',
  ];
  return [
    ...shareOf(route, unreadable).map((body) =>
      wrong(`body ${body.slice(0, 20)}`, body.startsWith('{') || body.startsWith('['), { body }),
    ),
    ...shareOf(route, foreign).map((body) => wrong(`body ${body}`, true, { body })),
    ...huge.map((body) => wrong(`body of ${body.length} letters`, true, { body })),
    ...shareOf(route, types).map((contentType) =>
      wrong(`content-type ${contentType}`, false, {
        body: good,
        headers: { ...wrong('', false).headers, 'content-type': contentType },
      }),
    ),
    ...shareOf(route, ['gzip', 'br', 'zstd', 'nonsense']).map((encoding) =>
      wrong(`content-encoding ${encoding}`, true, {
        body: good,
        headers: { ...wrong('', false).headers, 'content-encoding': encoding },
      }),
    ),
  ];
}

function badKeys(route: Route, wrong: Wrong, { headers }: Right): BadRequest[] {
  const keys = [
    'short',
    '',
    'k'.repeat(201),
    'with space in it',
    '\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9\u00e9',
  ];
  const body = '{"noRouteKnowsThis":1}';
  return shareOf(route, keys).map((key) =>
    wrong(`Idempotency-Key ${key.slice(0, 20)}`, false, { body, headers: { ...headers, 'idempotency-key': key } }),
  );
}

function badVersions({ takesVersion, streams }: Route, wrong: Wrong, { headers }: Right): BadRequest[] {
  const versions = takesVersion
    ? ['*', '', 'abc', '"', '""', '-1', '"9999999999"', '"1", "2"', 'W/"x"', '1e3', '"0"', '"999999999"']
    : [];
  const places = streams ? ['abc', '-1', '1e99', '9'.repeat(30), '\u00ff'] : [];
  const languages = ['*', ';q=', 'zh;q=9', 'x'.repeat(3_000), '\u00e4'];
  return [
    ...versions.map((version) => wrong(`If-Match ${version}`, true, { headers: { ...headers, 'if-match': version } })),
    ...places.map((place) =>
      wrong(`Last-Event-ID ${place}`, false, { headers: { ...headers, 'last-event-id': place } }),
    ),
    wrong(`Accept-Language`, false, {
      headers: { ...headers, 'accept-language': languages[wrong.length % languages.length] ?? '*', 'if-match': '"0"' },
    }),
  ];
}

function badPaths(route: Route, wrong: Wrong): BadRequest[] {
  const [param] = route.params;
  if (param === undefined)
    return [wrong('unknown path below', true, { path: `${route.path}/${randomUUID()}/nothing` })];
  const ids = [
    '1',
    'null',
    '%00',
    '%',
    '%ff',
    '..%2f..',
    idAtEnd.slice(1),
    `${idAtEnd}0`,
    `${idAtEnd}%0a`,
    '%F0%9F',
    "'",
    'x'.repeat(3_000),
    '__proto__',
    idAtEnd,
    randomUUID(),
  ];
  return shareOf(route, ids).map((id) =>
    wrong(`${param} = ${id.slice(0, 40)}`, !(route.method === 'DELETE' && id.length === 36), {
      path: route.path.replace(`:${param}`, id),
    }),
  );
}

/** A count has no pages: it leaves a cursor alone. */
const counts = ({ path }: Route): boolean => /\/(count|export)$/.test(path);

function badQueries(route: Route, wrong: Wrong, { path }: Right): BadRequest[] {
  if (route.method !== 'GET') return [];
  const fields = fieldsOf(route.query);
  const known = fields.flatMap((field) => [
    ...valuesFor(field, badQueriesFor(field)).map(({ json, certain }) =>
      wrong(`?${field.name}=${json.slice(0, 60)}`, certain && !counts(route), {
        path: `${path}${path.includes('?') ? '&' : '?'}${field.name}=${json}`,
      }),
    ),
    wrong(`?${field.name} twice`, false, { path: `${path}?${field.name}=x&${field.name}=y` }),
    wrong(`?${field.name}[]`, fields.length > 0, { path: `${path}?${field.name}[]=x&${field.name}[a]=y` }),
  ]);
  const foreign = [
    'noRouteKnowsThis=1',
    '__proto__=1',
    '__proto__[admin]=1',
    'constructor=1',
    'hasOwnProperty=1',
    '=',
    '&&&',
    '%00=%00',
    `${'a=1&'.repeat(1_200)}`,
  ];
  return [
    ...known,
    ...shareOf(route, foreign).map((query) => wrong(`?${query.slice(0, 40)}`, false, { path: `${path}?${query}` })),
  ];
}
