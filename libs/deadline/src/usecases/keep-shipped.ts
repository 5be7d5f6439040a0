import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { notices, shippedHours, shippedWeek } from '../domain/calendars/official-calendar.js';
import { digestOf } from './digest.js';
import type { LawProfile } from '../domain/profiles/law-profile.js';
import { overlapping } from '../domain/profiles/profile-rules.js';
import { shippedProfiles } from '../domain/profiles/profiles.js';
import { LawProfiles } from '../queries/law-profiles.js';
import { addRevision } from './profile-rows.js';
import { holdRules, renewToken } from './rule-tokens.js';

/**
 * Takes in what comes with the product, when a process starts: years and profiles the county has not touched follow the
 * product, what it edited stays. From then on the database decides.
 */
@Injectable()
export class KeepShipped implements OnModuleInit {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly profiles: LawProfiles,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.run({ years: notices, profiles: shippedProfiles });
  }

  /** The same with other tables, as another version of the product would bring them. */
  async run({ years, profiles }: Shipped): Promise<void> {
    const wanted = { calendar: digestOf([shippedWeek, shippedHours, years]), law_profile: digestOf(profiles) };
    const rows = await this.store.query<{ kind: keyof typeof wanted; shipped: string }>(
      `select kind, shipped from time_rules where kind in ('calendar', 'law_profile') order by kind`,
    );
    for (const { kind, shipped } of rows) {
      if (shipped === wanted[kind]) continue;
      await this.store.transaction(async (tx) => {
        if ((await holdRules(tx, kind)) === wanted[kind]) return;
        const taken = kind === 'calendar' ? await this.takeYears(tx, years) : await this.takeProfiles(tx, profiles);
        await tx.query('update time_rules set shipped = $2 where kind = $1', [kind, wanted[kind]]);
        await renewToken(tx, kind, this.ids);
        const facts = { taken, digest: wanted[kind] };
        await this.audit.record(tx, { act: `${kind}.ship`, subject: { type: kind, id: null }, by: null, facts });
      });
    }
  }

  /** Years whose last text also came with the product, or that nobody published. */
  private async takeYears(tx: EntityManager, years: Shipped['years']): Promise<number> {
    const id = await this.countyCalendar(tx);
    const rows = years.map(({ year, days, addresses }) => ({ year, days, addresses, digest: digestOf(days) }));
    const taken = await tx.query<{ year: number }[]>(
      `insert into calendar_year (calendar_id, year, revision, days, addresses, origin, digest, made_by, made_at)
       select $1, s.year, coalesce(last.revision, 0) + 1, s.days, array(select jsonb_array_elements_text(s.addresses)), 'shipped', s.digest, null, now()
       from jsonb_to_recordset($2::jsonb) as s (year int, days jsonb, addresses jsonb, digest text)
       left join lateral (select y.revision, y.origin, y.digest from calendar_year y
         where y.calendar_id = $1 and y.year = s.year order by y.revision desc limit 1) last on true
       where last.revision is null or (last.origin = 'shipped' and last.digest <> s.digest)
       returning year`,
      [id, JSON.stringify(rows)],
    );
    return taken.length;
  }

  private async countyCalendar(tx: EntityManager): Promise<string> {
    const [known] = await tx.query<{ id: string }[]>('select id from work_calendar where unit_id is null');
    if (known) return known.id;
    const id = this.ids.next();
    await tx.query('insert into work_calendar (id, unit_id, made_at, version) values ($1, null, now(), 1)', [id]);
    await tx.query(
      'insert into calendar_week (calendar_id, revision, week, office_hours, made_by, made_at) values ($1, 1, $2, $3, null, now())',
      [id, shippedWeek, JSON.stringify(shippedHours)],
    );
    return id;
  }

  /** A text that would overlap another profile waits beside it; the county decides. */
  private async takeProfiles(tx: EntityManager, shipped: readonly LawProfile[]): Promise<number> {
    const standing = new Map((await this.profiles.all()).map((profile) => [profile.code, profile]));
    let taken = 0;
    for (const profile of shipped) {
      const digest = digestOf(profile);
      const [former] = await tx.query<{ digest: string | null }[]>(
        'select shipped_digest as digest from law_profile where code = $1',
        [profile.code],
      );
      if (former?.digest === digest) continue;
      await tx.query(
        `insert into law_profile (code, shipped, shipped_digest) values ($1, $2, $3)
         on conflict on constraint law_profile_pk do update set shipped = excluded.shipped, shipped_digest = excluded.shipped_digest`,
        [profile.code, JSON.stringify(profile), digest],
      );
      const edited = standing.get(profile.code)?.origin === 'edited';
      if (edited || overlapping(profile, [...standing.values()])) continue;
      await addRevision(tx, { profile, origin: 'shipped', personId: null });
      taken += 1;
    }
    return taken;
  }
}

/** What a version of the product brings. */
interface Shipped {
  readonly years: typeof notices;
  readonly profiles: readonly LawProfile[];
}
