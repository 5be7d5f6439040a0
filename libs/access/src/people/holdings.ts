import { type Role, unitRoles } from '../roles.js';
import { heldNow } from '../sessions/session-facts.js';

/** One kind of business that a person holds by name, not by unit. */
export interface Holding {
  readonly table: string;
  readonly column: string;
  /** When it is still open, of the row `o`. */
  readonly open: string;
  /** The record on whose timeline the passing-on stands. */
  readonly about: string;
  /** Whether the row carries a version that others compare. */
  readonly versioned: boolean;
  /** Who may hold it. Whoever holds no such post any more has left it behind. */
  readonly roles: readonly Role[];
}

const openTask = `o.state not in ('closed', 'effective', 'cancelled')`;
const officers: readonly Role[] = ['bureau_head', 'bureau_officer'];
const leaders: readonly Role[] = ['principal', 'county_leader'];
const task = { table: 'task', open: openTask, about: 'o.id', versioned: true } as const;

/**
 * Everything that stays with a person when a post ends, until somebody takes it over. Assignments are not among it: they
 * belong to units. Tables of other libs are named in SQL, as the scopes of the policy do.
 */
export const holdings = {
  case_officer: { ...task, column: 'case_officer_id', roles: officers },
  cover_officer: { ...task, column: 'cover_officer_id', roles: officers },
  lead_leader: { ...task, column: 'lead_leader_id', roles: leaders },
  principal: { ...task, column: 'principal_id', roles: ['principal'] },
  presentation: {
    table: 'presentation',
    column: 'principal_id',
    open: 'o.decision is null',
    about: 'o.task_id',
    versioned: false,
    roles: ['principal'],
  },
  handling_proposal: {
    table: 'handling_proposal',
    column: 'for_person_id',
    open: 'o.decision is null',
    about: 'o.matter_id',
    versioned: true,
    roles: leaders,
  },
  officer_rule: {
    table: 'case_officer_rule',
    column: 'officer_id',
    open: 'true',
    about: 'o.unit_id',
    versioned: false,
    roles: officers,
  },
  officer_rule_cover: {
    table: 'case_officer_rule',
    column: 'cover_id',
    open: 'true',
    about: 'o.unit_id',
    versioned: false,
    roles: officers,
  },
  // offices of principals go another way: whoever gives one lets somebody act in a principal's name, and that takes two administrators
  leader_office: {
    table: 'post',
    column: 'serves_person_id',
    open: `o.role = 'leader_office' and ${heldNow('o')} and not exists (select 1 from post lead where lead.person_id = o.serves_person_id and lead.role = 'principal')`,
    about: 'o.person_id',
    versioned: true,
    roles: ['county_leader'],
  },
  errand: {
    table: 'errand',
    column: 'person_id',
    open: `o.state = 'given' and exists (select 1 from assignment oa where oa.id = o.assignment_id and oa.state in ('signed', 'submitted'))`,
    about: '(select oa.task_id from assignment oa where oa.id = o.assignment_id)',
    versioned: true,
    roles: unitRoles,
  },
} as const satisfies Record<string, Holding>;

/** The name of a kind of holding. */
export type HoldingKind = keyof typeof holdings;

/** All kinds. */
// boundary: Object.keys forgets the type of its keys
export const holdingKinds = Object.keys(holdings) as HoldingKind[];
