import { mapConstraint } from '@ducha/store';
import { taskFault } from './task-faults.js';

/** Second line of the rules: what the database refuses is the same refusal as in code. Called once, when the module loads. */
export function mapTaskConstraints(): void {
  mapConstraint('verification_by_outsider', () => taskFault('doerMayNotJudge'));
  mapConstraint('assignment_one_lead', () => taskFault('unitAlreadyDoing'));
  mapConstraint('assignment_unit_once', () => taskFault('unitAlreadyDoing'));
  mapConstraint('task_number_once', () => taskFault('numberTaken', {}, [at('number')]));
  mapConstraint('task_matter', () => taskFault('unknownMatter', {}, [at('matterId')]));
  mapConstraint('task_parent', () => taskFault('unknownParent', {}, [at('parentId')]));
  mapConstraint('export_request_two_people', () => taskFault('exportOwnRequest'));
  mapConstraint('dispute_two_people', () => taskFault('disputeOwnRuling'));
  mapConstraint('dispute_once', () => taskFault('disputeFinal'));
  mapConstraint('dispute_other_unit', () => taskFault('disputeSelf', {}, [at('responsibleUnitId')]));
  mapConstraint('service_refusal_two_people', () => taskFault('refusalOwn'));
  mapConstraint('extension_two_people', () => taskFault('extensionOwnRequest'));
  mapConstraint('extension_asked_once', () => taskFault('extensionPending'));
  mapConstraint('instruction_edition_once', () => taskFault('instructionMovedOn'));
}

const at = (path: string) => ({ path, message: 'does not exist or is taken', constraint: 'known' });
