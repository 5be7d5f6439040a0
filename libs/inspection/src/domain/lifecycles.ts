import { conclusionLifecycle } from './conclusion/conclusion-lifecycle.js';
import { outcomeLifecycle } from './conclusion/outcome-lifecycle.js';
import { findingLifecycle } from './finding/finding-lifecycle.js';
import { groupLifecycle } from './group/group-lifecycle.js';
import { checkLifecycle, lookBackLifecycle } from './look-back/look-back-lifecycle.js';
import { inspectionLifecycle } from './plan/inspection-lifecycle.js';
import { reviewLifecycle } from './review/review-lifecycle.js';
import { standardVersionLifecycle } from './standard/standard-lifecycle.js';
import { visitLifecycle } from './visit/visit-lifecycle.js';

/** The lib's lifecycles by name; the README's diagrams are drawn from them. */
export const lifecycles = {
  inspection: inspectionLifecycle,
  inspection_group: groupLifecycle,
  visit: visitLifecycle,
  look_back: lookBackLifecycle,
  look_back_check: checkLifecycle,
  standard_version: standardVersionLifecycle,
  finding: findingLifecycle,
  conclusion: conclusionLifecycle,
  review: reviewLifecycle,
  outcome_proposal: outcomeLifecycle,
};
