import { meansAny, type PostedPerson, type Speak } from './named-person.js';

/** Who is asked about whom: a household about its posted team, or somebody of the team about the household. */
export const recognitionKinds = ['household', 'team_member'] as const;
/** One of `recognitionKinds`. */
export type RecognitionKind = (typeof recognitionKinds)[number];

/** What a household lives of. */
export const incomes = ['farming', 'wages', 'business', 'transfers', 'property'] as const;
/** One of `incomes`. */
export type Income = (typeof incomes)[number];

/** What a household is given by policy. */
export const policies = [
  ...(['subsistence', 'hardship', 'disability', 'medical', 'education'] as const),
  ...(['housing', 'industry', 'job', 'pension', 'other'] as const),
] as const;
/** One of `policies`. */
export type HouseholdPolicy = (typeof policies)[number];

/** What somebody said. */
export interface Account {
  /** False: says not to know at all. */
  readonly knows: boolean;
  /** Of a household: names of whoever helps it. Of a team member: the own name. */
  readonly named: readonly string[];
  readonly members: number | null;
  readonly incomes: readonly Income[];
  readonly policies: readonly HouseholdPolicy[];
}

/** In what an account differs. */
export type Difference = 'team' | 'posting' | 'members' | 'incomes' | 'policies';

/** What comparing came to; `unknown`: there is nothing to compare with (yet). */
export interface Comparison {
  readonly outcome: 'matches' | 'differs' | 'unknown';
  readonly differs: readonly Difference[];
}

const nothing: Comparison = { outcome: 'unknown', differs: [] };
const outcomeOf = (differs: readonly Difference[]): Comparison => ({
  outcome: differs.length === 0 ? 'matches' : 'differs',
  differs,
});

/** A household names its team: one of those posted is enough. Where nobody is posted there is nothing to know. */
export function teamKnown({ knows, named }: Account, posted: readonly PostedPerson[], speak: Speak): Comparison {
  if (posted.length === 0) return nothing;
  return outcomeOf(knows && meansAny(named, posted, speak) ? [] : ['team']);
}

/**
 * Somebody of the team describes the household, beside what the household said: as many members; one source of income in common; at
 * least half of its policies, and none where it has none. Whoever says to be of the team stands in the register.
 */
export function householdKnown(
  member: Account,
  household: Account | null,
  posted: readonly PostedPerson[],
  speak: Speak,
): Comparison {
  const stranger = posted.length > 0 && member.named.length > 0 && !meansAny(member.named, posted, speak);
  const strange: Difference[] = stranger ? ['posting'] : [];
  if (household === null) return stranger ? outcomeOf(strange) : nothing;
  if (!member.knows) return outcomeOf([...strange, 'members', 'incomes', 'policies']);
  const shared = member.policies.filter((one) => household.policies.includes(one)).length;
  const wrongPolicies =
    household.policies.length === 0 ? member.policies.length > 0 : shared * 2 < household.policies.length;
  const wrongIncomes = household.incomes.length > 0 && !member.incomes.some((one) => household.incomes.includes(one));
  return outcomeOf([
    ...strange,
    ...(household.members !== null && member.members !== household.members ? (['members'] as const) : []),
    ...(wrongIncomes ? (['incomes'] as const) : []),
    ...(wrongPolicies ? (['policies'] as const) : []),
  ]);
}

const differenceWords: Readonly<Record<Difference, string>> = {
  team: '驻村工作队',
  posting: '派驻登记',
  members: '家庭人口',
  incomes: '收入来源',
  policies: '享受政策',
};

/** The words of a finding: what differs, never what stands in the register or what the household said. */
export function findingWords(kind: RecognitionKind, { knows }: Account, differs: readonly Difference[]): string {
  if (kind === 'household')
    return knows ? '农户所答的驻村工作队、帮扶责任人与派驻登记不符' : '农户说不出驻村工作队、帮扶责任人是谁';
  const of = differs.filter((one) => one !== 'posting').map((one) => differenceWords[one]);
  const stranger = differs.includes('posting') ? ['受访人自称驻村队员，派驻登记中没有此人'] : [];
  const unaware =
    of.length === 0 ? [] : [`驻村队员${knows ? '所答' : '说不出'}该户${of.join('、')}${knows ? '与农户所说不符' : ''}`];
  return [...stranger, ...unaware].join('；');
}
