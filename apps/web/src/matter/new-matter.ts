import type { MatterKind } from '../api/types';

/** What the registration form holds. */
export interface NewMatter {
  kind: MatterKind;
  title: string;
  body: string;
  category?: string;
  foreignId?: string;
  signatories?: { name?: string; contact?: string; isProtected?: boolean; personId?: string }[];
  sourceOfficerIds?: string[];
  occurredAt?: string | null;
  receivedAt?: string | null;
  principalId?: string;
  meeting?: string;
  fields?: Record<string, unknown>;
  evidenceIds?: string[];
  isAccusation?: boolean;
  restriction?: { accusedUnitIds?: string[]; accusedPersonIds?: string[]; keeperIds?: string[] };
  withProposal?: boolean;
  proposal?: {
    wording?: string;
    forPersonId?: string;
    leadUnitId?: string;
    assistUnitIds?: string[];
    dueAt?: string | null;
  };
  declaredUnclassified?: boolean;
}

/** Which of the common fields the kind asks for. */
export interface AskedOfKind {
  askers: unknown;
  ofPrincipal: boolean;
  ofMeeting: boolean;
}

const filled = (fields: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );

/** The request for a new matter: only what its kind has, and only what was filled in. */
export function newMatter(input: NewMatter, asked: AskedOfKind) {
  const { withProposal, proposal, isAccusation, restriction, signatories = [], sourceOfficerIds, ...rest } = input;
  const named = signatories.filter((one) => (one.name ?? '').trim() !== '').map((one) => filled({ ...one }));
  const hasProtected = asked.askers !== null && named.some((one) => one.isProtected === true);
  return filled({
    ...rest,
    fields: filled(rest.fields ?? {}),
    signatories: asked.askers === null ? [] : named,
    sourceOfficerIds: hasProtected ? (sourceOfficerIds ?? []) : undefined,
    principalId: asked.ofPrincipal ? rest.principalId : undefined,
    meeting: asked.ofMeeting ? rest.meeting : undefined,
    restriction: isAccusation === true ? filled({ ...restriction }) : undefined,
    handlingProposal:
      withProposal === true && isAccusation !== true ? filled({ assistUnitIds: [], ...proposal }) : undefined,
  });
}
