import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { ClockConsequences, type ClockMoves } from '../domain/clock-consequences.js';
import type { LawProfile } from '../domain/profiles/law-profile.js';
import { faultsOfProfile, overlapping } from '../domain/profiles/profile-rules.js';
import { deadlineFault } from '../deadline-faults.js';
import { type KeptProfile, LawProfiles } from '../queries/law-profiles.js';
import { addRevision } from './profile-rows.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** The county's hand in what laws say about time: every change is a revision, the shipped text can always come back. */
@Injectable()
export class KeepProfiles {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly profiles: LawProfiles,
    private readonly clocks: ClockConsequences,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** A profile of the county's own. @throws Fault `deadline.profileExists`, `deadline.profileWrong`, `deadline.profileOverlaps` */
  async begin(profile: LawProfile, by: Doer): Promise<number> {
    return this.store.transaction(async (tx) => {
      await holdRules(tx, 'law_profile');
      const [taken] = await tx.query<unknown[]>('select 1 from law_profile where code = $1', [profile.code]);
      if (taken !== undefined)
        throw deadlineFault('profileExists', {}, [{ path: 'code', message: 'is taken', constraint: 'unique' }]);
      await tx.query('insert into law_profile (code) values ($1)', [profile.code]);
      return this.write(tx, { profile, origin: 'edited', before: undefined, by });
    });
  }

  /** Another text. @throws Fault `deadline.profileNotFound`, `deadline.profileWrong`, `deadline.profileOverlaps`, `http.preconditionFailed` */
  async edit(profile: LawProfile, seen: number, by: Doer): Promise<number> {
    return this.store.transaction(async (tx) => {
      await holdRules(tx, 'law_profile');
      const before = await this.seen(profile.code, seen);
      return this.write(tx, { profile, origin: 'edited', before, by });
    });
  }

  /** What an edit would do to open clocks; nothing is stored. @throws Fault as `edit` does */
  async preview(profile: LawProfile): Promise<ClockMoves | null> {
    const all = await this.profiles.all();
    refuseWrong(profile, all);
    const before = all.find(({ code }) => code === profile.code);
    return this.clocks.preview({ kind: 'law_profile', before, after: profile });
  }

  /** Back to the text that comes with the product. @throws Fault `deadline.nothingShipped`, `deadline.profileOverlaps` */
  async withdraw(code: string, seen: number, by: Doer): Promise<number> {
    return this.store.transaction(async (tx) => {
      await holdRules(tx, 'law_profile');
      const before = await this.seen(code, seen);
      const [row] = await tx.query<{ shipped: LawProfile | null }[]>(
        'select shipped from law_profile where code = $1',
        [code],
      );
      if (!row?.shipped) throw deadlineFault('nothingShipped');
      return this.write(tx, { profile: row.shipped, origin: 'shipped', before, by });
    });
  }

  private async seen(code: string, revision: number): Promise<KeptProfile> {
    const before = (await this.profiles.all()).find((one) => one.code === code);
    if (!before) throw deadlineFault('profileNotFound');
    refuseStale({ version: before.revision }, revision);
    return before;
  }

  private async write(tx: EntityManager, { profile, origin, before, by }: Written): Promise<number> {
    refuseWrong(profile, await this.profiles.all());
    const revision = await addRevision(tx, { profile, origin, personId: by.personId });
    await renewToken(tx, 'law_profile', this.ids);
    await this.clocks.arrange({ kind: 'law_profile', before, after: { ...profile, revision } });
    await this.audit.record(tx, {
      act: origin === 'shipped' ? 'law_profile.withdraw' : 'law_profile.edit',
      subject: { type: 'law_profile', id: null },
      by,
      facts: { code: profile.code, revision },
    });
    return revision;
  }
}

interface Written {
  readonly profile: LawProfile;
  readonly origin: 'shipped' | 'edited';
  readonly before: KeptProfile | undefined;
  readonly by: Doer;
}

function refuseWrong(profile: LawProfile, all: readonly KeptProfile[]): void {
  const errors = faultsOfProfile(profile);
  if (errors.length > 0) throw deadlineFault('profileWrong', {}, errors);
  const other = overlapping(profile, all);
  if (!other) return;
  const { code, title, titleZh } = other;
  throw deadlineFault('profileOverlaps', { other: code, otherTitle: title, otherTitleZh: titleZh }, [
    { path: 'from', message: `${titleZh} (${code})`, constraint: 'overlaps' },
  ]);
}
