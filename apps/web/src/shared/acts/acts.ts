import type { ActKind, ActSpec } from './act-spec';
import { assignmentActs } from './assignment-acts';
import { matterActs } from './matter-acts';
import { taskActs } from './task-acts';

const actsOf: Record<ActKind, readonly ActSpec[]> = { task: taskActs, assignment: assignmentActs, matter: matterActs };

/** The acts among `allowed` (a record's `actions`) that have a dialog, in offering order. */
export function offered(kind: ActKind, allowed: readonly string[]): ActSpec[] {
  return actsOf[kind].filter((spec) => allowed.includes(spec.act));
}
