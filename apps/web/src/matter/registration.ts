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
  dispatch: boolean;
}

const idField: Record<BasisKind, string> = {
  mandate: 'mandateId',
  instruction: 'instructionId',
  approved_proposal: 'proposalId',
};

/** The request that registers. It is dispatched only when lead and date are known. */
export function registration({ by, basisId, dispatch, dueAt, ...task }: Registration) {
  const known = task.leadUnitId !== undefined && dueAt != null;
  return {
    by,
    [idField[by]]: basisId,
    task: { ...task, ...(dueAt == null ? {} : { dueAt }) },
    dispatch: dispatch && known,
  };
}
