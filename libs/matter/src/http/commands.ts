import type { NewHandlingProposal } from '../usecases/handling-proposals.js';
import type { NewRestriction } from '../usecases/restriction.js';
import type { TaskDraft } from '../usecases/registration.js';
import type { HandlingProposalBody } from './handling-proposal.dto.js';
import type { ManyMattersBody, RegisterMatterBody, TaskDraftBody } from './matter.dto.js';
import type { RestrictionBody } from './restriction.dto.js';
import type { MatterFilter } from './matter-filter.dto.js';

/** A restriction as the use cases take it. */
export const restrictionOf = ({ accusedUnitIds, accusedPersonIds, keeperIds }: RestrictionBody): NewRestriction => ({
  accusedUnitIds: accusedUnitIds ?? [],
  accusedPersonIds: accusedPersonIds ?? [],
  keeperIds: keeperIds ?? [],
});

/** An instant of a request, or null when it is absent. */
export const instantOf = (text: string | null | undefined): Date | null =>
  text === undefined || text === null ? null : new Date(text);

/** A text of a request, or null when it is absent or holds only white space. */
export const wordsOf = (text: string | null | undefined): string | null =>
  text === undefined || text === null || !/\S/u.test(text) ? null : text;

/** A handling proposal as the use cases take it. */
export function proposalOf({
  wording,
  leadUnitId,
  assistUnitIds,
  dueAt,
  forPersonId,
}: HandlingProposalBody): NewHandlingProposal {
  return {
    wording,
    leadUnitId: leadUnitId ?? null,
    assistUnitIds: assistUnitIds ?? [],
    dueAt: instantOf(dueAt),
    forPersonId,
  };
}

/** What the request says of the task; absent fields stay absent. */
export function taskDraftOf({ dueAt, ...rest }: TaskDraftBody = {}): TaskDraft {
  return { ...rest, ...(dueAt !== undefined && { dueAt: instantOf(dueAt) }) };
}

/** The record that opens the chosen door. */
export function recordOf({ by, mandateId, instructionId, proposalId }: RegisterMatterBody): string | null {
  return { mandate: mandateId, instruction: instructionId, approved_proposal: proposalId }[by] ?? null;
}

/** Which matters an act on many means. */
export function manyOf({
  matterIds,
  filter,
}: ManyMattersBody): { readonly ids: readonly string[] } | { readonly filter: MatterFilter } {
  return matterIds === undefined ? { filter: filter ?? {} } : { ids: matterIds };
}
