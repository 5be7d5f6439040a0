import { type Actor, unitRoles } from '@ducha/access';
import type { LedgerRow } from '../http/ledger.view.js';
import type { PersonRef } from '../http/brief.view.js';
import type { LedgerFacts } from './ledger-facts.js';
import { taskActionsFor } from './task-actions.js';

/** What a task's doers are to the reader; the ledger asks it set-wise. */
export interface Doing {
  readonly isDoer: boolean;
  readonly bureauIsDoing: boolean;
}

/** A person beside something else, or null. */
export const personRef = (id: string | null, name: string | null): PersonRef | null =>
  id === null ? null : { id, name: name ?? '' };

/** One line of the ledger with what the reader may do. */
export function ledgerRowOf(facts: LedgerFacts, doing: Doing, by: Actor): LedgerRow {
  return {
    id: facts.id,
    version: facts.version,
    number: facts.number,
    title: facts.title,
    kind: facts.kind,
    category: facts.category,
    state: facts.state,
    dispatchedAt: facts.dispatchedAt,
    source: facts.matterKind ?? facts.kind,
    matter:
      facts.matterId === null
        ? null
        : { id: facts.matterId, title: facts.matterTitle ?? '', intakeNo: facts.intakeNo ?? '' },
    principal: personRef(facts.principalId, facts.principalName),
    leadLeader: personRef(facts.leadLeaderId, facts.leadLeaderName),
    leadUnit: facts.leadUnitId === null ? null : { id: facts.leadUnitId, shortName: facts.leadUnitName ?? '' },
    assistUnits: facts.assistUnits,
    officer: personRef(facts.officerId, facts.officerName),
    responsible: personRef(facts.responsibleId, facts.responsibleName),
    dueAt: facts.dueAt,
    overdue: facts.overdue,
    suspended: facts.suspendedAt !== null,
    ...reportShownTo(facts, by),
    completion: {
      resultClass: facts.resultClass,
      answeredAt: facts.answeredAt,
      verifiedAt: facts.verifiedAt,
      closedAt: facts.closedAt,
    },
    currentValue: facts.currentValue,
    targetValue: facts.targetValue,
    targetUnit: facts.targetUnit,
    actions: actionsOf(facts, doing, by),
  };
}

function actionsOf(facts: LedgerFacts, doing: Doing, by: Actor): LedgerRow['actions'] {
  const standing = {
    state: facts.state,
    suspended: facts.suspendedAt !== null,
    isParent: facts.children > 0,
    hasAssignments: facts.hasAssignments,
    childrenClosed: facts.openChildren === 0,
    principalAsked: facts.principalId !== null,
  };
  const { principalId, leadLeaderId, createdBy, presentedTo } = facts;
  return taskActionsFor(by, standing, { ...doing, principalId, leadLeaderId, createdBy, presentedTo });
}

/** What the lead reported. An assisting unit reads its own share only, also in the ledger. */
function reportShownTo(
  { leadUnitId, progress, problem, nextStep }: LedgerFacts,
  by: Actor,
): Pick<LedgerRow, 'progress' | 'problem' | 'nextStep'> {
  const isNeighbour = unitRoles.includes(by.role) && (leadUnitId === null || !by.unitIds.includes(leadUnitId));
  return isNeighbour ? { progress: null, problem: null, nextStep: null } : { progress, problem, nextStep };
}
