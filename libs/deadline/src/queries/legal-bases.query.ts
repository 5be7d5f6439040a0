import { Injectable } from '@nestjs/common';
import { profileByCode } from '../domain/profiles/profiles.js';
import type { LegalBasisView } from '../http/deadline.view.js';

/** Names the law behind a clock. */
@Injectable()
export class LegalBases {
  /** Looks up by the codes of a profile and of its clock; null for a date that rests on no law. */
  async all(): Promise<(profile: string | null, rule: string | null) => LegalBasisView | null> {
    return (code, rule) => {
      const profile = code === null ? undefined : profileByCode(code);
      const clock = profile?.clocks.find((one) => one.code === rule);
      if (!profile || !clock) return null;
      const { title, titleZh, source } = profile;
      return { profile: profile.code, title, titleZh, source, article: clock.article };
    };
  }
}
