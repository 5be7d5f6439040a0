import { checkLifecycle, lookBackLifecycle } from './look-back/look-back-lifecycle.js';
import { standardVersionLifecycle } from './standard/standard-lifecycle.js';

/** The lib's lifecycles by name; the README's diagrams are drawn from them. */
export const lifecycles = {
  look_back: lookBackLifecycle,
  look_back_check: checkLifecycle,
  standard_version: standardVersionLifecycle,
};
