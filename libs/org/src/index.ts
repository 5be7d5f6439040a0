export { OrgModule } from './org.module.js';
export { FoundUnits, type NewDuty, type NewUnit } from './usecases/found-units.js';
export { SpellNames } from './usecases/spell-names.js';
export { UnitBrief } from './http/unit.view.js';
export { secrecyWords } from './queries/secrecy-words.query.js';
export { dutyGroundSql } from './queries/duty-register.query.js';
export type { TownshipList } from './domain/duty-line.js';
export { ImportDuties } from './usecases/import-duties.js';
export type { DutySheet } from './import/duty-report.js';
