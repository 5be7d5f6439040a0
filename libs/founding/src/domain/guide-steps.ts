/** The steps from an empty database to the first dispatched task, in their order. */
export const guideSteps = [
  'county',
  'administrators',
  'units',
  'bureau',
  'principals',
  'unit_people',
  'basis',
  'matter',
  'dispatch',
] as const;

/** Roles that a county begins with, as libs/access names them. */
type FirstRole =
  | 'sysadmin'
  | 'secadmin'
  | 'auditadmin'
  | 'bureau_head'
  | 'bureau_officer'
  | 'bureau_clerk'
  | 'principal'
  | 'unit_head';

/** One of the steps. */
export type GuideStep = (typeof guideSteps)[number];

/** `part`: enough to go on, not yet all of it. */
export type StepState = 'done' | 'part' | 'open';

/** Somebody who must come in: `asked` waits for a second administrator, `entered` for the person. */
export interface Officeholder {
  readonly role: FirstRole;
  readonly name: string;
  readonly state: 'asked' | 'entered' | 'in';
  readonly standsIn: boolean;
}

/** What the database says about a county's beginning. */
export interface GuideFacts {
  readonly named: boolean;
  readonly officeholders: readonly Officeholder[];
  /** Units that work can be given to. */
  readonly workUnits: number;
  /** Of them with somebody who can sign for it. */
  readonly staffedUnits: number;
  readonly mandatesProposed: number;
  readonly mandatesApproved: number;
  readonly instructions: number;
  readonly matters: number;
  readonly dispatched: number;
}

/** What a step has come to, and whose act comes next. */
export interface StepFinding {
  readonly step: GuideStep;
  readonly state: StepState;
  /** Roles whose act it is now; empty once it is done. */
  readonly whose: readonly FirstRole[];
  /** Counts that the screen's sentence names. */
  readonly done: number;
  readonly of: number;
}

const trio: readonly FirstRole[] = ['sysadmin', 'secadmin', 'auditadmin'];

/** Finds every step's state. Pure: the same facts give the same guide, whatever was clicked before. */
export function findSteps(facts: GuideFacts): StepFinding[] {
  return guideSteps.map((step) => ({ step, ...finders[step](facts) }));
}

type Finding = Omit<StepFinding, 'step'>;

const finding = (done: number, of: number, whose: readonly FirstRole[], enough = of): Finding => ({
  state: done >= of ? 'done' : done >= enough && done > 0 ? 'part' : 'open',
  whose: done >= of ? [] : whose,
  done,
  of,
});

const finders: Record<GuideStep, (facts: GuideFacts) => Finding> = {
  county: ({ named }) => finding(named ? 1 : 0, 1, ['sysadmin']),
  administrators: ({ officeholders }) => {
    const missing = trio.filter((role) => !isIn(officeholders, role));
    return finding(trio.length - missing.length, trio.length, missing);
  },
  units: ({ workUnits }) => finding(Math.min(workUnits, 1), 1, ['sysadmin']),
  bureau: ({ officeholders }) => officeFinding(officeholders, ['bureau_head', 'bureau_officer']),
  principals: ({ officeholders }) => officeFinding(officeholders, ['principal']),
  unit_people: ({ workUnits, staffedUnits }) =>
    finding(staffedUnits, Math.max(workUnits, 1), ['sysadmin', 'unit_head'], 1),
  basis: ({ mandatesProposed, mandatesApproved, instructions }) =>
    finding(
      mandatesApproved + instructions > 0 ? 1 : 0,
      1,
      mandatesProposed > 0 ? ['principal'] : ['bureau_head', 'bureau_officer', 'principal'],
    ),
  matter: ({ matters }) => finding(Math.min(matters, 1), 1, ['bureau_head', 'bureau_officer', 'bureau_clerk']),
  dispatch: ({ dispatched }) => finding(Math.min(dispatched, 1), 1, ['bureau_head', 'bureau_officer', 'principal']),
};

const isIn = (officeholders: readonly Officeholder[], wanted: FirstRole): boolean =>
  officeholders.some(({ role, state }) => role === wanted && state === 'in');

/** Whose act it is follows from how far the nearest one has come: to be asked for, to be granted, to come in. */
function officeFinding(officeholders: readonly Officeholder[], wanted: readonly FirstRole[]): Finding {
  const missing = wanted.filter((role) => !isIn(officeholders, role));
  const waiting = officeholders.filter(({ role, state }) => missing.includes(role) && state !== 'in');
  const whose = new Set<FirstRole>();
  for (const role of missing) {
    const known = waiting.filter((one) => one.role === role);
    if (known.some(({ state }) => state === 'entered')) whose.add(role);
    else whose.add(known.length > 0 ? 'secadmin' : 'sysadmin');
  }
  return finding(wanted.length - missing.length, wanted.length, [...whose]);
}
