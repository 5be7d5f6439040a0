import { Injectable } from '@nestjs/common';
import type { Day } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { type ClockRule, type LawProfile } from '../domain/profiles/law-profile.js';
import { clockByCode, profileFor } from '../domain/profiles/profiles.js';

/** A law profile as it is kept. */
export interface KeptProfile extends LawProfile {
  readonly revision: number;
  readonly origin: 'shipped' | 'edited';
  /** Whether the product brings a text of it, and whether another one than this was made beside. */
  readonly shippedText: 'none' | 'same' | 'newer';
  readonly madeAt: string;
}

interface ProfileRow {
  readonly code: string;
  readonly revision: number;
  readonly title: string;
  readonly titleZh: string;
  readonly source: string;
  readonly place: string;
  readonly kinds: string[];
  readonly from: Day;
  readonly to: Day | null;
  readonly countsFirstDay: boolean;
  readonly rolls: boolean;
  readonly dayEndsAt: number;
  readonly receiptAfterHours: number | null;
  readonly clocks: ClockRule[];
  readonly origin: KeptProfile['origin'];
  readonly shippedText: KeptProfile['shippedText'];
  readonly madeAt: Date;
}

/** Columns of a revision `r` of a profile `p` as `profileOf` reads them. */
export const profileColumns = `
  r.code, r.revision, r.title, r.title_zh as "titleZh", r.source, r.place, r.kinds, to_char(r.from_day, 'YYYY-MM-DD') as "from",
  to_char(r.to_day, 'YYYY-MM-DD') as "to", r.counts_first_day as "countsFirstDay", r.rolls, r.day_ends_at as "dayEndsAt",
  r.receipt_after_hours as "receiptAfterHours", r.clocks, r.origin, r.made_at as "madeAt",
  case when p.shipped is null then 'none' when r.shipped_digest = p.shipped_digest then 'same' else 'newer' end as "shippedText"`;

/** The law profiles in force, kept in process as long as their token does not change. */
@Injectable()
export class LawProfiles {
  private kept: { readonly token: string; readonly profiles: readonly KeptProfile[] } | undefined;

  constructor(private readonly store: Store) {}

  /**
   * The profile of a kind of matter at a place on a day: of the nearest place.
   * @param place  division code such as `410225`
   */
  async inForce(kind: string, place: string, day: Day): Promise<KeptProfile | undefined> {
    return profileFor(await this.all(), { kind, place, day });
  }

  /** One clock by the codes of its profile and its own: `henan.deputy_suggestion/answer`. */
  async clock(code: string): Promise<{ profile: KeptProfile; clock: ClockRule } | undefined> {
    return clockByCode(await this.all(), code);
  }

  /** Every profile in its text of today, in the order of their codes. */
  async all(): Promise<readonly KeptProfile[]> {
    const now = await this.store.queryOne<{ token: string }>(`select token from time_rules where kind = 'law_profile'`);
    if (this.kept && this.kept.token === now?.token) return this.kept.profiles;
    const rows = await this.store.query<ProfileRow & { token: string }>(
      `select t.token, ${profileColumns} from time_rules t, law_profile p join law_profile_revision r on r.code = p.code
       where t.kind = 'law_profile' and r.revision = (select max(l.revision) from law_profile_revision l where l.code = p.code)
       order by p.code collate "C"`,
    );
    const [first] = rows;
    if (!first) return [];
    this.kept = { token: first.token, profiles: rows.map(profileOf) };
    return this.kept.profiles;
  }
}

/** A row of `profileColumns` as a profile. */
export function profileOf(row: ProfileRow): KeptProfile {
  const { code, revision, title, titleZh, source, place, kinds, from, clocks, origin, shippedText, madeAt } = row;
  return {
    ...{ code, revision, title, titleZh, source, place, kinds, from, clocks, origin, shippedText },
    ...(row.to !== null && { to: row.to }),
    ...(row.receiptAfterHours !== null && { receiptAfterHours: row.receiptAfterHours }),
    counting: { countsFirstDay: row.countsFirstDay, rolls: row.rolls, dayEndsAt: row.dayEndsAt },
    madeAt: madeAt.toISOString(),
  };
}
