import type { UnitBrief } from '@ducha/org';
import { InspectionView, InspectorBrief } from '../plan/inspection.view.js';

/** A sealed plan in the list of whoever is named in it: nothing of its content. */
export class SealedBrief {
  id: string;
  /** planner, principal, auditor */
  capacity: string;
  /** Has chosen a passphrase. */
  joined: boolean;
  startedAt: Date;
  releasedAt: Date | null;
  endedAt: Date | null;
  /** Somebody asks for the release until then. */
  askedUntil: Date | null;
}

/** Somebody who is named. */
export class SealedKeeperView {
  person: InspectorBrief;
  capacity: string;
  joined: boolean;
  invitedUntil: Date | null;
  /** Holds a share of the key. */
  hasShare: boolean;
}

/** Somebody who asks for the release or confirmed it. */
export class SealedReleaserView {
  person: InspectorBrief;
  asks: boolean;
  at: Date;
}

/** An asking that stands at this moment. */
export class SealedAskedView {
  until: Date;
  releasers: SealedReleaserView[];
  missingPeople: number;
  missingPrincipal: boolean;
}

/** Somebody whom the release would not let go. */
export class UnfitView {
  person: InspectorBrief;
  /** training, secrecy, leading */
  lacks: string;
}

/** Somebody whose group goes where they must stay away. */
export class RecusedByLotView {
  person: InspectorBrief;
  unit: UnitBrief;
  reason: string;
}

/** What planners should know before they release. */
export class SealedWarningsView {
  unfit: UnfitView[];
  recused: RecusedByLotView[];
}

/** A sealed plan that was opened. `inspection` is what it would be in the register. */
export class SealedView {
  id: string;
  version: number;
  capacity: string;
  /** So many release, and so many shares bring the key back. */
  least: number;
  shares: number;
  sharesTaken: number;
  startedAt: Date;
  /** The server's clock at this answer. */
  now: Date;
  inspection: InspectionView;
  keepers: SealedKeeperView[];
  asked: SealedAskedView | null;
  warnings: SealedWarningsView;
  actions: string[];
}

/** A code that is shown once and told by voice. */
export class InvitationView {
  personId: string;
  code: string;
}

/** New codes after somebody was taken out. */
export class InvitationsView {
  invitations: InvitationView[];
}

/** A share that is shown once. */
export class ShareView {
  number: number;
  text: string;
}

/** One act of the sealed chain. */
export class SealedActView {
  seq: number;
  act: string;
  at: string;
  person: InspectorBrief | null;
  facts: Record<string, unknown>;
  hash: string;
}

/** From when a person could know what, and how often they looked. */
export class KnowledgeView {
  person: InspectorBrief;
  namedAt: string | null;
  firstOpenedAt: string | null;
  openings: number;
  /** Openings since the villages were drawn and before the release. */
  openingsWithPlaces: number;
  refusals: number;
}

/** When somebody inspected noticed. */
export class DiscoveryView {
  place: string;
  unit: UnitBrief;
  arrivedAt: Date;
  discoveredAt: Date | null;
}

/** The chain whole: who could know what when. */
export class SealedStoryView {
  /** The chain's links are whole, and agree with what the main chain keeps. */
  whole: boolean;
  /** The first link that is not, and what is wrong with it. */
  brokenAt: number | null;
  brokenBy: string | null;
  /** What the main chain keeps of this one since the release. */
  head: string | null;
  headActs: number | null;
  releasedAt: Date | null;
  acts: SealedActView[];
  knowledge: KnowledgeView[];
  discoveries: DiscoveryView[];
}
