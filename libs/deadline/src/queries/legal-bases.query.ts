import { Injectable } from '@nestjs/common';
import type { LegalBasisView } from '../http/deadline.view.js';
import { LawProfiles } from './law-profiles.js';

/** Names the law behind a clock. */
@Injectable()
export class LegalBases {
  constructor(private readonly profiles: LawProfiles) {}

  /** Looks up by the codes of a profile and of its clock; null for a date that rests on no law. */
  async all(): Promise<(profile: string | null, rule: string | null) => LegalBasisView | null> {
    const byCode = new Map((await this.profiles.all()).map((profile) => [profile.code, profile]));
    return (code, rule) => {
      const profile = byCode.get(code ?? '');
      const clock = profile?.clocks.find((one) => one.code === rule);
      if (!profile || !clock) return null;
      const { title, titleZh, source } = profile;
      return { profile: profile.code, title, titleZh, source, article: clock.article };
    };
  }
}
