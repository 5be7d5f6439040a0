/** Somebody who could go out. */
export class InspectorView {
  id: string;
  name: string;
  unit: string | null;
  /** Trained, acknowledged, and fit to lead, today. */
  trained: boolean;
  secrecy: boolean;
  leads: boolean;
  /** Inspections they went through. */
  rounds: number;
  /** Goes out with an inspection now. */
  busy: boolean;
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
