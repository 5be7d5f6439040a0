import { type FieldError, matterKindCodes } from '@ducha/kernel';
import { audiences, type Ladder, type Rung } from './ladder.js';

/** What rungs may name beyond this lib: slips, wordings and channels of the county. */
export interface RungWords {
  /** The levels of slips the county has, 1 the mildest. */
  readonly levels: readonly number[];
  readonly templates: readonly string[];
  readonly channels: readonly string[];
}

/** So far from an end a rung may lie, in its own units. */
const farthest = 2_000;
const knownKinds: readonly string[] = matterKindCodes;
const knownAudiences: readonly string[] = audiences;

/** What is wrong with a ladder, each at its field. */
export function faultsOfLadder(ladder: Ladder, words: RungWords): FieldError[] {
  const { kinds, rungs, clock } = ladder;
  const errors: FieldError[] = [];
  for (const [at, kind] of kinds.entries())
    if (!knownKinds.includes(kind) || kinds.indexOf(kind) !== at)
      errors.push(fault(`kinds[${at}]`, `${kind} is no kind of matter, or named twice`, 'known'));
  if (rungs.length === 0) errors.push(fault('rungs', 'a ladder has at least one rung', 'notEmpty'));
  for (const [at, rung] of rungs.entries()) {
    errors.push(...faultsOfRung(rung, `rungs[${at}]`, words));
    if (rung.action === 'slip' && clock !== 'sign' && clock !== 'answer')
      errors.push(fault(`rungs[${at}].action`, 'slips are for the time of units alone', 'unitTime'));
    const twin = rungs.findIndex((other) => sameMoment(other, rung) && other.action === rung.action);
    if (twin !== at)
      errors.push(fault(`rungs[${at}].offset`, `does the same at the same instant as rung ${twin + 1}`, 'twice'));
    if (rungs.findIndex(({ id }) => id === rung.id) !== at)
      errors.push(fault(`rungs[${at}].id`, 'stands there twice', 'once'));
  }
  return errors.length > 0 ? errors : faultsOfClimb(ladder);
}

function faultsOfRung(
  { offset, action, level, audience, channels, template }: Rung,
  path: string,
  words: RungWords,
): FieldError[] {
  const errors: FieldError[] = [];
  if (audience.length === 0) errors.push(fault(`${path}.audience`, 'speaks to nobody', 'notEmpty'));
  for (const [at, post] of audience.entries())
    if (!knownAudiences.includes(post) || audience.indexOf(post) !== at)
      errors.push(fault(`${path}.audience[${at}]`, `${post} is no post of ladders, or named twice`, 'known'));
  if (Math.abs(offset) > farthest) errors.push(fault(`${path}.offset`, `must not be farther than ${farthest}`, 'max'));
  if (!words.templates.includes(template))
    errors.push(fault(`${path}.template`, `there is no wording ${template}`, 'known'));
  for (const [at, channel] of (channels ?? []).entries())
    if (!words.channels.includes(channel))
      errors.push(fault(`${path}.channels[${at}]`, `${channel} is no kind of channel`, 'known'));
  if (action !== 'slip' && level !== null) errors.push(fault(`${path}.level`, 'means nothing here', 'belongs'));
  if (action === 'slip' && (level === null || !words.levels.includes(level)))
    errors.push(fault(`${path}.level`, 'the county has no such slip', 'known'));
  return errors;
}

/** Slips climb level by level in the order of time; only a ladder for urgent or important matters starts higher. */
function faultsOfClimb({ rungs, importance }: Ladder): FieldError[] {
  const slips = rungs
    .flatMap((rung, at) => (rung.level === null ? [] : [{ ...rung, at, level: rung.level }]))
    .sort((a, b) => nominalHours(a) - nominalHours(b));
  const errors: FieldError[] = [];
  let former = 0;
  for (const { at, level } of slips) {
    const mayStart = former === 0 && (importance === 'urgent' || importance === 'important');
    if (level <= former)
      errors.push(fault(`rungs[${at}].level`, 'the ladder comes back to a slip it has passed', 'loop'));
    else if (level > former + 1 && !mayStart)
      errors.push(fault(`rungs[${at}].level`, `slip ${level - 1} must stand before it`, 'formerSlip'));
    former = Math.max(former, level);
  }
  return errors;
}

const hoursOf: Readonly<Record<Rung['unit'], number>> = { clock: 8, working_day: 8, natural_day: 5.7, working_hour: 1 };
const nominalHours = ({ offset, unit }: Pick<Rung, 'offset' | 'unit'>): number => offset * hoursOf[unit];
const sameMoment = (one: Rung, other: Rung): boolean =>
  one.offset === other.offset && (one.offset === 0 || one.unit === other.unit);

const fault = (path: string, message: string, constraint: string): FieldError => ({ path, message, constraint });
