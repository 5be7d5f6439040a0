import type { CountingRules } from '@ducha/kernel';
import { deadlineFault } from '../deadline-faults.js';
import type { ClockRule, LawProfile } from '../domain/profiles/law-profile.js';
import type { KeptProfile } from '../queries/law-profiles.js';
import type { ClockRuleView, LawProfileView } from './deadline.view.js';
import type { ClockRuleBody, ProfileTextBody } from './profile.dto.js';
import { minutesOf, timeOf } from './time-of-day.js';

/** A profile as it is shown. */
export function profileView({
  counting,
  clocks,
  to,
  kinds,
  receiptAfterHours,
  ...profile
}: KeptProfile): LawProfileView {
  const { code, revision, title, titleZh, source, place, from, origin, shippedText, madeAt } = profile;
  return {
    ...{ code, revision, title, titleZh, source, place, from, origin, shippedText, madeAt },
    kinds: [...kinds],
    to: to ?? null,
    countsFirstDay: counting.countsFirstDay,
    rolls: counting.rolls,
    dayEndsAt: timeOf(counting.dayEndsAt),
    receiptAfterHours: receiptAfterHours ?? null,
    clocks: clocks.map(clockView),
  };
}

function clockView(clock: ClockRule): ClockRuleView {
  const { code, title, titleZh, article, startsAt, holder, term, extendedTo, extensions, importance, notCounted } =
    clock;
  return {
    ...{ code, title, titleZh, article, startsAt, holder },
    term: 'yearly' in term ? null : { n: term.n, unit: term.unit },
    yearly: 'yearly' in term ? term.yearly : null,
    extendedTo: extendedTo ? { n: extendedTo.n, unit: extendedTo.unit } : null,
    extensions: extendedTo ? (extensions ?? 1) : 0,
    importance: importance ?? null,
    notCounted: [...(notCounted ?? [])],
  };
}

/** The text of a body as a profile. @throws Fault `deadline.profileWrong` where a clock has no end, or two */
export function profileOfBody(code: string, body: ProfileTextBody): LawProfile {
  const { title, titleZh, source, place, kinds, from, to, receiptAfterHours } = body;
  const counting: CountingRules = {
    countsFirstDay: body.countsFirstDay,
    rolls: body.rolls,
    dayEndsAt: minutesOf(body.dayEndsAt),
  };
  return {
    ...{ code, title, titleZh, source, place, kinds, from, counting },
    ...(to !== undefined && { to }),
    ...(receiptAfterHours !== undefined && { receiptAfterHours }),
    clocks: body.clocks.map(clockOfBody),
  };
}

function clockOfBody(body: ClockRuleBody, at: number): ClockRule {
  const { code, title, titleZh, article, startsAt, holder, term, yearly } = body;
  if ((term === undefined) === (yearly === undefined))
    throw deadlineFault('profileWrong', {}, [
      { path: `clocks[${at}].term`, message: 'exactly one of term and yearly', constraint: 'oneOf' },
    ]);
  return {
    ...{ code, title, titleZh, article, startsAt, holder },
    term: term ? { n: term.n, unit: term.unit } : { yearly: yearly ?? '' },
    ...(body.extendedTo && { extendedTo: { n: body.extendedTo.n, unit: body.extendedTo.unit } }),
    ...(body.extensions !== undefined && { extensions: body.extensions }),
    ...(body.importance && { importance: body.importance }),
    ...(body.notCounted && body.notCounted.length > 0 && { notCounted: body.notCounted }),
  };
}
