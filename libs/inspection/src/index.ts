export { InspectionModule } from './inspection.module.js';
export { lifecycles } from './domain/lifecycles.js';
export { draw, type Lots } from './domain/draw/draw.js';
export type { DrawRecord, DrawTerms } from './domain/draw/draw-record.js';
export { verifyDraw, type DrawVerdict } from './domain/draw/verify-draw.js';
export { nodeDigests } from './node-digests.js';
export { LapseConclusions } from './usecases/conclusion/lapse-conclusions.js';
