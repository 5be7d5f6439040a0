/** Kinds taken in by hand; the others arrive by import or with later parts of the system. */
export const handKinds = ['instruction', 'netizen_message', 'meeting_decision'] as const;

/** What the registration form holds. */
export interface NewMatter {
  kind: (typeof handKinds)[number];
  title: string;
  body: string;
  category?: string;
  signatories?: { name?: string; contact?: string }[];
  occurredAt?: string | null;
  receivedAt?: string | null;
  principalId?: string;
  meeting?: string;
  evidenceIds?: string[];
  withProposal?: boolean;
  proposal?: {
    wording?: string;
    forPersonId?: string;
    leadUnitId?: string;
    assistUnitIds?: string[];
    dueAt?: string | null;
  };
}

const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** The request for a new matter: only what its kind has, and only what was filled in. */
export function newMatter({ withProposal, proposal, signatories = [], principalId, meeting, ...rest }: NewMatter) {
  const named = signatories.filter((one) => (one.name ?? '').trim() !== '').map((one) => filled({ ...one }));
  return filled({
    ...rest,
    signatories: rest.kind === 'netizen_message' ? named : [],
    principalId: rest.kind === 'instruction' ? principalId : undefined,
    meeting: rest.kind === 'meeting_decision' ? meeting : undefined,
    handlingProposal: withProposal === true ? filled({ assistUnitIds: [], ...proposal }) : undefined,
  });
}
