import { assignmentLifecycle } from './assignment-lifecycle.js';
import { disputeLifecycle } from './dispute-lifecycle.js';
import { errandLifecycle } from './errand-lifecycle.js';
import { extensionLifecycle } from './extension-lifecycle.js';
import { exportLifecycle } from './export-lifecycle.js';
import { suspensionLifecycle } from './suspension-lifecycle.js';
import { taskLifecycle } from './task-lifecycle.js';

/** The lib's lifecycles by name; the README's diagrams are drawn from them. */
export const lifecycles = {
  task: taskLifecycle,
  suspension: suspensionLifecycle,
  assignment: assignmentLifecycle,
  extension: extensionLifecycle,
  dispute: disputeLifecycle,
  export_request: exportLifecycle,
  errand: errandLifecycle,
};
