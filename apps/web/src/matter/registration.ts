import type { TaskView } from '../api/types';

/** The grounds on which a matter may be registered. */
export type BasisKind = 'mandate' | 'instruction' | 'approved_proposal';

/** What the registering dialog asks. */
export interface Registration {
  by: BasisKind;
  basisId: string;
  title?: string;
  demand?: string;
  leadUnitId?: string;
  assistUnitIds?: string[];
  dueAt?: string | null;
  leadLeaderId?: string;
  importance?: TaskView['importance'];
  dispatch: boolean;
}

const idField: Record<BasisKind, string> = {
  mandate: 'mandateId',
  instruction: 'instructionId',
  approved_proposal: 'proposalId',
};

/** The request that registers. Units left empty are those of the duty register; it is dispatched only when a date is known. */
export function registration({ by, basisId, dispatch, dueAt, leadUnitId, assistUnitIds, ...rest }: Registration) {
  const units = leadUnitId === undefined ? {} : { leadUnitId, assistUnitIds: assistUnitIds ?? [] };
  const task = { ...rest, ...units, ...(dueAt == null ? {} : { dueAt }) };
  return { by, [idField[by]]: basisId, task, dispatch: dispatch && dueAt != null };
}
