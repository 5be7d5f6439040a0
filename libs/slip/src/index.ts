export { SlipModule } from './slip.module.js';
export { lifecycles } from './domain/lifecycles.js';
export { LapseSlips } from './usecases/lapse-slips.js';
export { RaiseObjection } from './usecases/raise-objection.js';
export { ReplyToSlip } from './usecases/reply-to-slip.js';
