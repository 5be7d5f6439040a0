export * from './lifecycle.js';
export * from './fault.js';
export * from './ids.js';
export * from './time.js';
export * from './classification-mark.js';
export { matterKindCodes } from './matter-kind.js';
export * from './calendar/index.js';
export * from './personal-numbers.js';
