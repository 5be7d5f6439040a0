import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { deadlineFault } from '../deadline-faults.js';
import type { LawProfileRevisionView, LawProfileView } from '../http/deadline.view.js';
import { profileView } from '../http/profile-views.js';
import { LawProfiles, profileColumns, profileOf } from './law-profiles.js';

type HistoryRow = Parameters<typeof profileOf>[0] & { readonly madeBy: { id: string; name: string } | null };

/** Law profiles as they are shown, today's and their former texts. */
@Injectable()
export class ProfileHistory {
  constructor(
    private readonly store: Store,
    private readonly profiles: LawProfiles,
  ) {}

  /** All of today, or those for a kind of matter. */
  async list(kind?: string): Promise<LawProfileView[]> {
    const all = await this.profiles.all();
    return all.filter(({ kinds }) => kind === undefined || kinds.includes(kind)).map(profileView);
  }

  /** @throws Fault `deadline.noProfile` */
  async inForce(kind: string, place: string, day: string): Promise<LawProfileView> {
    const profile = await this.profiles.inForce(kind, place, day);
    if (!profile) throw deadlineFault('noProfile');
    return profileView(profile);
  }

  /** @throws Fault `deadline.profileNotFound` */
  async one(code: string): Promise<LawProfileView> {
    const profile = (await this.profiles.all()).find((one) => one.code === code);
    if (!profile) throw deadlineFault('profileNotFound');
    return profileView(profile);
  }

  /** Its texts, the newest first. @throws Fault `deadline.profileNotFound` */
  async revisions(code: string): Promise<LawProfileRevisionView[]> {
    const rows = await this.store.query<HistoryRow>(
      `select ${profileColumns}, case when by.id is null then null else jsonb_build_object('id', by.id, 'name', by.name) end as "madeBy"
       from law_profile p join law_profile_revision r on r.code = p.code left join person by on by.id = r.made_by
       where p.code = $1 order by r.revision desc limit 200`,
      [code],
    );
    if (rows.length === 0) throw deadlineFault('profileNotFound');
    return rows.map((row) => ({ ...profileView(profileOf(row)), madeBy: row.madeBy }));
  }
}
