import type { PostedPerson } from '../../domain/recognition/named-person.js';
import type { Difference, HouseholdPolicy, Income, RecognitionKind } from '../../domain/recognition/recognition.js';

/** That somebody was asked; what the answer was worth is not told to whoever asked. */
export class RecognitionTakenView {
  kind: RecognitionKind;
  askedBy: string;
  answeredAt: Date;
}

/** Somebody of the register. */
export class PostedView {
  name: string;
  role: PostedPerson['role'];
  team: string;
}

/** How a household lives, by its own word. */
export class HouseholdAccountView {
  members: number | null;
  incomes: Income[];
  policies: HouseholdPolicy[];
}

/** What a finding of the system rests on: what was said, and what it was compared with. */
export class CrossCheckView extends HouseholdAccountView {
  kind: RecognitionKind;
  knows: boolean;
  named: string[];
  differs: Difference[];
  askedBy: string;
  answeredAt: Date;
  posted: PostedView[];
  /** Of a team member’s account: what the household said. */
  household: HouseholdAccountView | null;
}
