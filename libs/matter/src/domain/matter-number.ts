import { type MatterKind, matterKindNames, matterKinds } from './matter-kind.js';

/** Series of the intake numbers (登记号) of a kind. */
export const intakeSeries = (kind: MatterKind): string => `intake.${kind}`;

/** Series of the registration numbers (立项编号) of a kind. */
export const registrationSeries = (kind: MatterKind): string => `matter.${kind}`;

/** Series of the reply numbers. */
export const REPLY_SERIES = 'reply';

/** Series of the slips of ladders (督办单). */
export const SLIP_SERIES = 'slip';

/** Series of restricted matters of all kinds: no number of another series shows that one of them exists. */
export const RESTRICTED_SERIES = 'intake.restricted';

/** Every series of numbers of this lib. */
export const allSeries: readonly string[] = [
  ...matterKindNames.map(intakeSeries),
  ...matterKindNames.map(registrationSeries),
  REPLY_SERIES,
  SLIP_SERIES,
  RESTRICTED_SERIES,
];

const defaults: ReadonlyMap<string, string> = new Map([
  ...matterKindNames.map((kind): [string, string] => [
    intakeSeries(kind),
    `${matterKinds[kind].mark}〔{year}〕{n:5}号`,
  ]),
  ...matterKindNames.map((kind): [string, string] => [
    registrationSeries(kind),
    `督${matterKinds[kind].mark}〔{year}〕{n:5}号`,
  ]),
  [REPLY_SERIES, '复〔{year}〕{n:5}号'],
  [SLIP_SERIES, '督单〔{year}〕{n:5}号'],
  [RESTRICTED_SERIES, '检〔{year}〕{n:5}号'],
]);

/** How numbers of a series are written where the county has set nothing. @throws Error for a series that does not exist */
export function defaultPatternOf(series: string): string {
  const pattern = defaults.get(series);
  if (pattern === undefined) throw new Error(`there is no series ${series}`);
  return pattern;
}
