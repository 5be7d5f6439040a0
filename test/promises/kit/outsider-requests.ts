import type { PersonKey } from '#test-kit';
import { fieldsOf, queryFieldsOf } from './fields.js';
import { expectedOf } from './oracle.js';
import { objectParts, type Planted } from './planted.js';
import type { Reader } from './reader.js';
import { nameOf, type Route } from './routes.js';
import type { Samples } from './samples.js';
import type { SharedRequest } from './twins.js';

/** Ids and words that outsiders try: those of the sealed plan, which one of the worlds alone knows. */
export interface Tried {
  /** The sealed plan's, its call-ups'. */
  readonly made: readonly string[];
  /** Ids of registers, by the first part of the path that names such a record. */
  readonly meant: Readonly<Record<string, readonly string[]>>;
  readonly words: readonly string[];
}

const refusedBody = '{"noRouteKnowsThis":true}';
/** They end the sessions that every later request needs. */
const endsSessions = /^(DELETE|POST|PUT) \/(session|account)\b/;

/** Every request that people outside make: generated from the routes. */
export class OutsiderRequests {
  constructor(
    private readonly routes: readonly Route[],
    private readonly readers: readonly Reader[],
    private readonly planted: Planted,
    private readonly tried: Tried,
  ) {}

  /** Everything that can be read: lists by everybody and by nobody; single records, filters, searches and sheets by some. */
  reads(): SharedRequest[] {
    const people: (PersonKey | null)[] = [null, ...this.readers.map(({ key }) => key)];
    return this.routes
      .filter(({ method, streams }) => method === 'GET' && !streams)
      .flatMap((route, place) =>
        this.pathsOf(route, place)
          .flatMap((path) => variantsOf(route, path, this.tried, place))
          .flatMap(({ path, rare }, turn) =>
            people
              .filter((_, at) => !rare || (at + turn * 5 + place) % 12 === 0)
              .map((as) => ({ as, method: 'GET', path })),
          ),
      );
  }

  /** Everything that can be done with a body that no route takes: by some, on sealed plans by more. */
  refusedWrites(): SharedRequest[] {
    return this.writes().flatMap(({ route, place }) => {
      const sealed = /sealed|call-up|issued|inspection-codes/.test(route.path);
      const every = sealed ? 4 : 24;
      const people = this.readers.filter((_, at) => at % every === place % every);
      const paths = this.pathsOf(route, place).slice(-1);
      return people.flatMap(({ key }) => paths.map((path) => this.write(route, key, path, refusedBody)));
    });
  }

  /** The same with a body as it should be, by somebody who may and by somebody else. */
  goodWrites(samples: Samples): SharedRequest[] {
    return this.writes().flatMap(({ route, place }) => {
      const names = fieldsOf(route.body).map(({ name }) => name);
      const also = names.filter((name) => /unitIds?$|personId$/.test(name));
      const body = JSON.stringify(samples.bodyOf(route.body, also));
      const people = this.people(route, place);
      const paths = this.pathsOf(route, place).slice(0, people.length);
      return paths.map((path, at) => this.write(route, people[at] ?? null, path, body));
    });
  }

  private writes(): { route: Route; place: number }[] {
    return this.routes
      .map((route, place) => ({ route, place }))
      .filter(({ route }) => route.method !== 'GET' && !endsSessions.test(nameOf(route)));
  }

  private people(route: Route, place: number): (PersonKey | null)[] {
    const part = route.path.split('/')[1] ?? '';
    const known = this.planted.records.find(({ object }) => objectParts[object] === part) ?? null;
    const may = this.readers.find((reader) => expectedOf(route, reader, known) === 'allowed');
    return [may?.key ?? null, this.readers[place % this.readers.length]?.key ?? null];
  }

  private write(route: Route, as: PersonKey | null, path: string, body: string): SharedRequest {
    return {
      ...{ as, method: route.method, path },
      headers: route.takesVersion ? { 'if-match': '"1"' } : {},
      ...(route.method !== 'DELETE' && { body }),
    };
  }

  /** A route with ids in the places of its parameters: known ones, those the sealed plan means, and its own. */
  private pathsOf(route: Route, place: number): string[] {
    if (route.params.length === 0) return [route.path];
    const part = route.path.split('/')[1] ?? '';
    const one = (ids: readonly string[] = []): string | undefined => ids[place % Math.max(1, ids.length)];
    const made = this.tried.made.slice(0, /inspection|call-up|draw|visit/.test(part) ? 2 : 1);
    const targets = new Set([one(this.planted.ids[part]), one(this.tried.meant[part]), ...made]);
    return [...targets]
      .filter((id) => id !== undefined)
      .map((id) => route.path.replace(/:\w+/, id).replace(/:\w+/g, this.tried.made[1] ?? id));
  }
}

interface Variant {
  readonly path: string;
  /** Asked by some people only. */
  readonly rare: boolean;
}

function variantsOf(route: Route, path: string, { made, meant, words }: Tried, place: number): Variant[] {
  const fields = queryFieldsOf(route);
  const bare = fields.includes('limit') ? 'limit=200' : '';
  const filters: Readonly<Record<string, readonly string[]>> = {
    format: [place % 2 === 0 ? 'csv' : 'xlsx'],
    q: words.map((word) => encodeURIComponent(word)),
    unitId: meant['units'] ?? [],
    personId: meant['persons'] ?? [],
    inspectionId: made.slice(0, 1),
    siteId: meant['sites'] ?? [],
  };
  const queries = Object.entries(filters)
    .filter(([name]) => fields.includes(name))
    .flatMap(([name, values]) => values.map((value) => `${name}=${value}`));
  return [bare, ...queries].map((query) => ({
    path: query === '' ? path : `${path}?${query}`,
    rare: query !== bare || route.params.length > 0,
  }));
}
