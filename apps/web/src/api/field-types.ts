import type { components } from './schema';

type Schemas = components['schemas'];

/** That somebody at a household was asked. */
export type RecognitionTaken = Schemas['RecognitionTakenView'];

/** What a finding of the system rests on. */
export type CrossCheck = Schemas['CrossCheckView'];

/** What somebody at a household said. */
export type RecognitionBody = Schemas['RecognitionBody'];

/** The roster of a standing patrol in some days. */
export type Patrol = Schemas['PatrolView'];

/** For which days a roster is made. */
export type RosterBody = Schemas['RosterBody'];

/** What an inspection has come to. */
export type InspectionRollUp = Schemas['InspectionRollUpView'];

/** What a visited unit gave already. */
export type GivenMaterial = Schemas['GivenMaterialView'];

/** What a unit is asked for. */
export type MaterialRequest = Schemas['MaterialRequestBody'];

/** A report of retaliation, without whoever made it. */
export type Retaliation = Schemas['RetaliationView'];

/** Who made a report of retaliation. */
export type RetaliationSource = Schemas['RetaliationSourceView'];
