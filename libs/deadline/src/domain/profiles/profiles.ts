import type { Day } from '@ducha/kernel';
import { complaintProfiles } from './complaints.js';
import type { ClockRule, LawProfile } from './law-profile.js';
import { ownRules } from './own-rules.js';
import { suggestionProfiles } from './suggestions.js';
import { supervisionProfiles } from './supervision.js';

/** Every profile that comes with the product. */
export const shippedProfiles: readonly LawProfile[] = [
  ...suggestionProfiles,
  ...complaintProfiles,
  ...supervisionProfiles,
  ...ownRules,
];

const holdsOn = ({ from, to }: LawProfile, day: Day): boolean => from <= day && (to === undefined || day <= to);

/**
 * The profile of a kind of matter at a place on a day: of those that hold there, the one of the nearest place, and of two of
 * one place the later.
 * @param place  division code such as `410225`
 */
export function profileFor<P extends LawProfile>(
  profiles: readonly P[],
  { kind, place, day }: { readonly kind: string; readonly place: string; readonly day: Day },
): P | undefined {
  return profiles
    .filter((profile) => profile.kinds.includes(kind) && place.startsWith(profile.place) && holdsOn(profile, day))
    .sort((a, b) => b.place.length - a.place.length || b.from.localeCompare(a.from))[0];
}

/** One clock by the codes of its profile and its own, joined by a slash: `henan.deputy_suggestion/answer`. */
export function clockByCode<P extends LawProfile>(
  profiles: readonly P[],
  code: string,
): { profile: P; clock: ClockRule } | undefined {
  const [profileCode, clockCode] = code.split('/');
  const profile = profiles.find((one) => one.code === profileCode);
  const clock = profile?.clocks.find((one) => one.code === clockCode);
  return profile && clock && { profile, clock };
}
