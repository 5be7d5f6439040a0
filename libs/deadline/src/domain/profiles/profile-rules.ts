import { type FieldError, isDay, matterKindCodes, type Term, type TermUnit } from '@ducha/kernel';
import type { ClockRule, LawProfile } from './law-profile.js';

/** The longest a law may be said to give: some ten years. */
const longest: Readonly<Record<TermUnit, number>> = {
  natural_day: 3_660,
  working_day: 2_500,
  working_hour: 20_000,
  month: 120,
};

const known: readonly string[] = matterKindCodes;

/** What is wrong with the text of a profile, each at its field. */
export function faultsOfProfile({ kinds, from, to, clocks }: LawProfile): FieldError[] {
  const errors: FieldError[] = [];
  for (const [at, kind] of kinds.entries())
    if (!known.includes(kind) || kinds.indexOf(kind) !== at)
      errors.push({
        path: `kinds[${at}]`,
        message: `${kind} is no kind of matter, or named twice`,
        constraint: 'known',
      });
  if (to !== undefined && to < from)
    errors.push({ path: 'to', message: 'lies before the first day', constraint: 'notBeforeFrom' });
  const codes = clocks.map(({ code }) => code);
  for (const [at, clock] of clocks.entries()) {
    if (codes.indexOf(clock.code) !== at)
      errors.push({ path: `clocks[${at}].code`, message: `${clock.code} stands there twice`, constraint: 'once' });
    errors.push(...faultsOfClock(clock, `clocks[${at}]`));
  }
  return errors;
}

function faultsOfClock({ term, extendedTo, extensions }: ClockRule, path: string): FieldError[] {
  if ('yearly' in term) {
    // a day of every year: 29 February is none
    const errors: FieldError[] = isDay(`2001-${term.yearly}`)
      ? []
      : [{ path: `${path}.yearly`, message: 'is no day of every year, MM-DD', constraint: 'isDay' }];
    return extendedTo ? [...errors, alone(path, 'extendedTo')] : errors;
  }
  const errors = [...tooLong(term, `${path}.term`), ...(extendedTo ? tooLong(extendedTo, `${path}.extendedTo`) : [])];
  if (extendedTo && (extendedTo.unit !== term.unit || extendedTo.n <= term.n))
    errors.push({ path: `${path}.extendedTo.n`, message: 'must be longer, in the same unit', constraint: 'longer' });
  if (extensions !== undefined && !extendedTo) errors.push(alone(path, 'extensions'));
  return errors;
}

const alone = (path: string, field: string): FieldError => ({
  path: `${path}.${field}`,
  message: 'means nothing here',
  constraint: 'belongs',
});

function tooLong({ n, unit }: Term, path: string): FieldError[] {
  const most = longest[unit];
  return n <= most ? [] : [{ path: `${path}.n`, message: `must not be more than ${most}`, constraint: 'max' }];
}

/** The first of the others that says something for a kind, place and day for which this one says something too. */
export function overlapping<P extends LawProfile>(profile: LawProfile, others: readonly P[]): P | undefined {
  return others.find(
    (other) =>
      other.code !== profile.code &&
      other.place === profile.place &&
      other.kinds.some((kind) => profile.kinds.includes(kind)) &&
      other.from <= (profile.to ?? '9999-12-31') &&
      profile.from <= (other.to ?? '9999-12-31'),
  );
}
