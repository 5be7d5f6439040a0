import type { Duty } from '../domain/assignment-lifecycle.js';
import { InstructionView } from './task.view.js';

/** One assignment on the slip. */
export class SlipAssignment {
  unit: string;
  duty: Duty;
  dueAt: Date | null;
  signedBy: string | null;
  signedAt: Date | null;
}

/** The assignment slip (交办单) as it is printed and filed. */
export class SlipView {
  taskId: string;
  county: string;
  bureau: string;
  number: string | null;
  title: string;
  demand: string;
  source: string;
  intakeNo: string | null;
  principal: string | null;
  leadLeader: string | null;
  officer: string | null;
  dispatchedAt: Date | null;
  dueAt: Date | null;
  targetValue: number | null;
  targetUnit: string | null;
  assignments: SlipAssignment[];
  instructions: InstructionView[];
  printedAt: Date;
}
