export { MatterModule } from './matter.module.js';
export { lifecycles, type MatterState } from './domain/matter-lifecycle.js';
export { kindsByImport, type MatterKind, matterKindNames } from './domain/matter-kind.js';
export { matterFault } from './matter-faults.js';
export { matterRows } from './rows/matter-rows.js';
export { ImportList, type RunningImport } from './queries/import-list.query.js';
export { type ImportedMatters, ImportMatters, type ImportMattersCommand } from './usecases/import-matters.js';
export { type ImportMode, importModes } from './import/import-report.js';
