import { type Answer, type Json, type PersonKey, type World } from '#test-kit';
import { SealedPlanStory } from './sealed-story.js';

/** What somebody draws with a finger. */
export const drawn = 'M10 20L30 40L50 60L70 80';

/** Call-ups of a sealed plan told in steps; the bureau's head calls. */
export class CallUpStory {
  id = '';

  constructor(
    readonly world: World,
    readonly sealed = new SealedPlanStory(world),
  ) {}

  person(key: PersonKey): string {
    return this.world.county.person[key];
  }

  /** Two hours before they are wanted, for two days. */
  async order(...people: PersonKey[]): Promise<Json> {
    const now = (await this.world.seconds()) * 1000;
    return {
      personIds: people.map((key) => this.person(key)),
      startsAt: new Date(now + 7_200_000).toISOString(),
      endsAt: new Date(now + 2 * 86_400_000).toISOString(),
      ...{ place: '县政府大礼堂', lasts: '两天', bring: '换洗衣物', words: '到后上交手机' },
    };
  }

  posts(step: string, body: object = {}, by: PersonKey = 'bureauHead'): Promise<Answer> {
    return this.sealed.posts(by, this.id, `call-ups${step}`, body);
  }

  async does(step: string, body: object = {}, by: PersonKey = 'bureauHead'): Promise<Json> {
    const answer = await this.posts(step, body, by);
    if (answer.status >= 300) throw new Error(`call-ups${step} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  /** Somebody's line in the list of the named. */
  async line(key: PersonKey): Promise<Json> {
    const { people } = await this.does('/read');
    return people.find(({ personId }: Json) => personId === this.person(key));
  }

  /** Their own call-up. */
  async own(key: PersonKey): Promise<Json> {
    const [first] = await this.world.as(key).sees('/call-ups');
    return first;
  }

  /** A device enrolled for somebody by its link. */
  async device(key: PersonKey): Promise<ReturnType<World['browser']>> {
    const { token } = await this.does(`/${(await this.line(key)).id}/device`);
    const device = this.world.browser();
    const answer = await device.post('/issued-devices', { token });
    if (answer.status !== 201) throw new Error(answer.text);
    return device;
  }

  /** Every row of every table but those of sealed plans and the pace of the sweeps, as digests by table; sessions without when they were used last. */
  async everything(): Promise<Record<string, string>> {
    const { store } = this.world;
    const tables = await store.query<{ name: string; counts: boolean }>(
      `select c.relname as name, c.relkind = 'S' as counts from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'public' and c.relkind in ('r', 'S') and c.relname not like 'sealed_%' and c.relname not like 'call_up%' and c.relname <> 'sweep_turn' order by 1`,
    );
    const digests: Record<string, string> = {};
    for (const { name, counts } of tables) {
      const whole = counts ? 't.last_value::text' : 't::text';
      const row = name === 'session' ? `(to_jsonb(t) - 'seen_at')::text` : whole;
      const only = name === 'session' ? 'where t.issued_for is null' : '';
      const [found] = await store.query<{ md5: string | null }>(
        `select md5(string_agg(${row}, E'\\n' order by ${row})) as md5 from public.${name} t ${only}`,
      );
      digests[name] = found?.md5 ?? '';
    }
    return digests;
  }
}
