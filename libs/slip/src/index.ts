export { SlipModule } from './slip.module.js';
export { lifecycles } from './domain/lifecycles.js';
export { LapseSlips } from './usecases/lapse-slips.js';
