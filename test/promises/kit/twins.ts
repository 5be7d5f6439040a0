import { Linker } from '@ducha/audit';
import { LiveEvents } from '@ducha/desk';
import { SpellNames } from '@ducha/org';
import { type PersonKey, seededIds, World, type WorldOptions } from '#test-kit';
import { Door, type RawAnswer, type RawRequest, type Stream } from './door.js';

/** A request of both worlds; `as` null is a stranger. */
export interface SharedRequest extends Omit<RawRequest, 'cookie'> {
  readonly as: PersonKey | null;
}

/** What is of the process that measures, not of what is asked, taken out of an answer by its path. */
const ofTheProcess: readonly (readonly [RegExp, RegExp])[] = [
  // whole lines: which kinds of collection the garbage collector has already done is told in more or fewer of them
  [/^\/\/metrics/, /^(?:# \w+ )?(?:process|nodejs)_.*\n/gm],
  [/^\/backups\/state$/, /"folder":"[^"]*"/g],
  [/^\/queues$/, /"(?:ranAt|agoSeconds)":[^,}]+/g],
];

/** What tells how far the linker and the queues have come is asked when they rest. */
const toldWhenSettled = /^\/\/metrics|^\/(?:audit|queues)/;

/**
 * Two worlds that begin alike to the byte, with the same ids to come and the same clock. Neither chains by itself: in which
 * batch a row is linked, and so the order and every hash of the chain, would be the chance of a timer.
 */
export class Twins {
  /** How many answers had which status. */
  readonly statuses: Record<number, number> = {};
  /** What was answered 5xx. */
  readonly broken: string[] = [];
  private readonly doors: readonly Door[];
  private readonly cookies = new Map<PersonKey, string>();

  private constructor(
    readonly a: World,
    readonly b: World,
  ) {
    this.doors = [new Door(a, 2), new Door(b, 2)];
  }

  /** Opens two worlds on what lies in a third, which rests from now on. */
  static async like(base: World, options: WorldOptions): Promise<Twins> {
    await base.settles();
    await base.rests();
    const open = async (): Promise<World> => {
      const world = await World.open({ ...options, like: base, ids: seededIds('two worlds') });
      await world.app.get(Linker, { strict: false }).stop();
      return world;
    };
    return new Twins(await open(), await open());
  }

  /** Until both have done and chained what was to do, new names can be found by their initials, and every open page was told. */
  async rest(): Promise<void> {
    await this.both(async (world) => {
      await world.app.get(SpellNames, { strict: false }).run();
      await world.settles();
      while (await world.app.get(LiveEvents, { strict: false }).tell());
    });
  }

  /** The same for both, one after the other in each. */
  async both<T>(live: (world: World) => Promise<T>): Promise<[T, T]> {
    return Promise.all([live(this.a), live(this.b)]);
  }

  /** Asks both, one request after the other; answers what differs of status, headers but the date, and every byte of the body. */
  async ask(requests: readonly SharedRequest[]): Promise<string[]> {
    const differences: string[] = [];
    for (const request of requests) {
      const { method, path } = request;
      if (toldWhenSettled.test(path)) await this.rest();
      const [a, b] = await this.answers(request);
      this.statuses[a.status] = (this.statuses[a.status] ?? 0) + 1;
      if (a.status >= 500) this.broken.push(`${method} ${path} ${String(request.body)}: ${a.text}`);
      const [said, saidElsewhere] = [shown(path, a), shown(path, b)];
      if (said !== saidElsewhere)
        differences.push(`${request.as ?? 'stranger'} ${method} ${path}: ${firstDifference(said, saidElsewhere)}`);
      await this.both((world) => world.recordsRefusals());
      // a deed is done to its end before the next: who may hear of it is found out when it is told
      if (method !== 'GET' && a.status < 400) await this.rest();
    }
    await this.rest();
    return differences;
  }

  /** How long either takes to answer the same, in turns; the medians in milliseconds. */
  async medians(request: SharedRequest, times: number): Promise<[number, number]> {
    const cookie = await this.cookieOf(request.as);
    const took: [number[], number[]] = [[], []];
    for (let turn = 0; turn < times * 2; turn += 1) {
      // who is asked first changes with every pair
      const side = ((turn >> 1) + turn) % 2 === 0 ? 0 : 1;
      const began = performance.now();
      await this.doors[side]?.send({ ...request, cookie });
      took[side].push(performance.now() - began);
    }
    return [medianOf(took[0]), medianOf(took[1])];
  }

  /** Everybody's live events from a place on, in both. */
  async follow(people: readonly PersonKey[], seq: number): Promise<Map<PersonKey, readonly Stream[]>> {
    const streams = new Map<PersonKey, readonly Stream[]>();
    for (const key of people) {
      const cookie = (await this.cookieOf(key)) ?? '';
      const opened = this.doors.map((door) => door.listen('/events', cookie, { 'last-event-id': String(seq) }));
      await Promise.all(opened.map((stream) => stream.said('event: ready')));
      streams.set(key, opened);
    }
    return streams;
  }

  async close(): Promise<void> {
    this.doors.forEach((door) => door.close());
    await this.a.close();
    await this.b.close();
  }

  private async answers(request: SharedRequest): Promise<[RawAnswer, RawAnswer]> {
    const cookie = await this.cookieOf(request.as);
    const [a, b] = await Promise.all(this.doors.map((door) => door.send({ ...request, cookie })));
    if (!a || !b) throw new Error('there are two worlds');
    return [a, b];
  }

  /** A session that both had from the beginning. */
  private async cookieOf(key: PersonKey | null): Promise<string | undefined> {
    if (key === null) return undefined;
    const cookie = this.cookies.get(key) ?? (await this.a.cookieOf(key));
    if (cookie !== (await this.b.cookieOf(key))) throw new Error(`${key} has another session in each world`);
    this.cookies.set(key, cookie);
    return cookie;
  }
}

function shown(path: string, { status, headers, bytes }: RawAnswer): string {
  const told = Object.entries(headers)
    .filter(([name]) => name !== 'date')
    .map(([name, value]) => `${name}: ${String(value)}`)
    .sort();
  const body = ofTheProcess.reduce(
    (text, [of, part]) => (of.test(path) ? text.replace(part, '') : text),
    bytes.toString('latin1'),
  );
  const length = ofTheProcess.some(([of]) => of.test(path))
    ? told.filter((one) => !/^(content-length|etag)/.test(one))
    : told;
  return [status, body, ...length].join('\n');
}

/** Where two texts part, with what stands around it. */
function firstDifference(one: string, other: string): string {
  const at = [...one].findIndex((letter, place) => letter !== other[place]);
  const from = Math.max(0, (at < 0 ? Math.min(one.length, other.length) : at) - 60);
  const part = (text: string): string => Buffer.from(text.slice(from, from + 160), 'latin1').toString('utf8');
  return `«${part(one)}» / «${part(other)}»`;
}

function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((x, y) => x - y);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
