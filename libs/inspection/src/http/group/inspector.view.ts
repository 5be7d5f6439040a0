import { UnitBrief } from '@ducha/org';

/** Somebody who could go out. */
export class InspectorView {
  id: string;
  name: string;
  unit: string | null;
  /** Trained, acknowledged, and fit to lead, today. */
  trained: boolean;
  secrecy: boolean;
  leads: boolean;
  /** Last days, `YYYY-MM-DD`, of what holds today. */
  trainedUntil: string | null;
  secrecyUntil: string | null;
  /** Units from which they said to stay away. */
  declared: number;
  /** Inspections they went through. */
  rounds: number;
  /** Goes out with an inspection now. */
  busy: boolean;
}

/** A training, or an acknowledgement of secrecy. Days are `YYYY-MM-DD`, both included. */
export class CompetenceView {
  id: string;
  kind: 'training' | 'leading' | 'secrecy';
  fromOn: string;
  toOn: string;
  recordedBy: string;
  recordedAt: Date;
  /** When the bureau ended it before its day. */
  endedAt: Date | null;
  holds: boolean;
  endable: boolean;
}

/** A declared recusal. */
export class DeclarationView {
  id: string;
  unit: UnitBrief;
  ground: 'home' | 'kin' | 'interest';
  declaredBy: string;
  declaredAt: Date;
  endedAt: Date | null;
  endedBy: string | null;
  endReason: string | null;
  endable: boolean;
}

/** Somebody who could go out, with the history of what they bring along, newest first. */
export class InspectorRecordView extends InspectorView {
  competences: CompetenceView[];
  declarations: DeclarationView[];
}

/** How many trainings were recorded. */
export class TrainedView {
  recorded: number;
}

/** Somebody who must stay away from a unit. */
export class RecusalView {
  personId: string;
  unitId: string;
  /** own_unit, answers_for, posted, home, kin, interest */
  reason: string;
}

/** Who must stay away. */
export class RecusalsView {
  recusals: RecusalView[];
}
