import { randomUUID } from 'node:crypto';
import type { PersonKey, World } from '#test-kit';
import { Door, inParallel, type RawAnswer, type Stream } from './door.js';
import { expectedOf, type Expected, mayHear, mayRead } from './oracle.js';
import type { Reader } from './reader.js';
import { type Known, objectParts, type Planted } from './planted.js';
import { freshCookie } from './readers.js';
import { nameOf, type Route } from './routes.js';

/** One cell of the matrix: who asks what of which record, and what the policy wants said. */
export interface Cell {
  readonly route: Route;
  readonly reader: Reader | null;
  readonly known: Known | null;
  readonly path: string;
  readonly expected: Expected;
}

/** What the whole matrix found. */
export interface Findings {
  readonly requests: number;
  readonly refused: readonly { personId: string; act: string; subjectId: string | null }[];
  readonly mismatches: readonly string[];
  readonly leaks: readonly string[];
}

const width = 8;

/**
 * Every route for every reader. Of routes with the same act the first is asked of every record, the others of two;
 * so is every route by readers who may read nothing of the kind.
 */
export function cellsOf(routes: readonly Route[], readers: readonly (Reader | null)[], planted: Planted): Cell[] {
  const first = new Map(routes.map((route): [string, Route] => [route.act.act, route]).reverse());
  return routes.flatMap((route, place) => {
    const targets = targetsOf(route, planted);
    const few = targets.filter((_, at) => at === place % targets.length || at === (place + 3) % targets.length);
    return readers.flatMap((reader) => {
      const thorough =
        first.get(route.act.act) === route &&
        reader !== null &&
        targets.some(({ known }) => known === null || mayRead(known, reader));
      return (thorough ? targets : few).map(({ known, path }) => ({
        route,
        reader,
        known,
        path,
        expected: expectedOf(route, reader, known),
      }));
    });
  });
}

function targetsOf(route: Route, planted: Planted): { known: Known | null; path: string }[] {
  const [param] = route.params;
  if (param === undefined) return [{ known: null, path: route.path }];
  const part = route.path.split('/')[1] ?? '';
  const filled = (id: string): string => route.path.replace(`:${param}`, id);
  if (route.act.param !== undefined)
    return planted.records
      .filter(({ object }) => objectParts[object] === part)
      .map((known) => ({ known, path: filled(known.record.id) }));
  const ids = route.method === 'GET' ? (planted.ids[part] ?? []) : [];
  return (ids.length > 0 ? ids : [randomUUID()]).map((id) => ({ known: null, path: filled(id) }));
}

/** A body that no route takes: whoever may do the act is told so, and nothing happens. */
const refusedBody = '{"noRouteKnowsThis":true}';

/** Asks the matrix, reads every answer for canaries. */
export class Matrix {
  private readonly door: Door;
  private readonly cookies = new Map<PersonKey, string>();
  private requests = 0;
  private readonly refused: Findings['refused'][number][] = [];
  private readonly mismatches: string[] = [];
  private readonly leaks: string[] = [];

  constructor(
    private readonly world: World,
    private readonly planted: Planted,
  ) {
    this.door = new Door(world, width);
  }

  async ask(cells: readonly Cell[]): Promise<void> {
    await inParallel(cells, width, (cell) => this.askOne(cell));
  }

  /** Reads paths as somebody, for their canaries only. */
  readAll(reader: Reader, paths: readonly string[]): Promise<RawAnswer[]> {
    return inParallel(paths, width, (path) => this.read(reader, path));
  }

  /** Follows the live events from the place after `seq`. */
  async follow(reader: Reader, seq: number): Promise<Stream> {
    return this.door.listen('/events', await this.cookieOf(reader.key), { 'last-event-id': String(seq) });
  }

  private async read(reader: Reader, path: string): Promise<RawAnswer> {
    const answer = await this.door.send({ method: 'GET', path, cookie: await this.cookieOf(reader.key) });
    this.requests += 1;
    if (answer.status >= 500) this.mismatches.push(`${reader.role} GET ${path}: ${answer.status}`);
    this.listen(reader, `GET ${path}`, answer);
    return answer;
  }

  leaked(what: string): void {
    this.leaks.push(what);
  }

  findings(): Findings {
    return { requests: this.requests, refused: this.refused, mismatches: this.mismatches, leaks: this.leaks };
  }

  close(): void {
    this.door.close();
  }

  private async askOne({ route, reader, known, path, expected }: Cell): Promise<void> {
    const signsOut = nameOf(route) === 'DELETE /session';
    const cookie = reader && (signsOut ? await freshCookie(this.world, reader.key) : await this.cookieOf(reader.key));
    const body = route.method === 'GET' || route.method === 'DELETE' ? undefined : refusedBody;
    const answer = await this.door.send(
      { method: route.method, path, cookie: cookie ?? undefined, body },
      (text) => route.streams && text.includes('ready'),
    );
    this.requests += 1;
    if (!agrees(answer.status, expected, route, known))
      this.mismatches.push(
        `${reader?.role ?? 'stranger'} (${reader?.key ?? '-'}) ${nameOf(route)} ${known?.object ?? ''}: wanted ${expected}, got ${answer.status} ${answer.text.slice(0, 120)}`,
      );
    // a public route asks nobody who they are: what it refuses is no person's refusal
    if (reader && route.act.act !== 'public' && [401, 403, 404].includes(answer.status))
      this.refused.push({
        personId: this.world.county.person[reader.key],
        act: `${route.act.act}.refused`,
        subjectId: idIn(path, route),
      });
    if (reader) this.listen(reader, `${nameOf(route)} ${path}`, answer);
  }

  /** Looks for canaries in what the reader was told. */
  listen(reader: Reader, what: string, { text }: { text: string }): void {
    if (!text.includes('kanari')) return;
    for (const canary of this.planted.canaries) {
      if (text.includes(canary.text) && !mayHear(canary.of, reader))
        this.leaks.push(`${reader.role} (${reader.key}) ${what}: ${canary.of.object} ${canary.text}`);
    }
  }

  private async cookieOf(key: PersonKey): Promise<string> {
    const known = this.cookies.get(key) ?? (await freshCookie(this.world, key));
    this.cookies.set(key, known);
    return known;
  }
}

function idIn(path: string, { params, path: pattern }: Route): string | null {
  const [param] = params;
  if (param === undefined) return null;
  return path.split('/')[pattern.split('/').indexOf(`:${param}`)] ?? null;
}

/** Where the record is the policy's affair an allowed request never answers 404; elsewhere it may be about nothing. */
function agrees(status: number, expected: Expected, { act }: Route, known: Known | null): boolean {
  if (status >= 500) return false;
  if (expected !== 'allowed') return status === expected;
  if (act.act === 'public') return status !== 403;
  return status !== 401 && status !== 403 && (status !== 404 || known === null);
}
