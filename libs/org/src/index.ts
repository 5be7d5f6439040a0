export { OrgModule } from './org.module.js';
export { FoundUnits, type NewDuty, type NewUnit } from './usecases/found-units.js';
export { SettleUnits, type UnitToResettle, type UnitToSettle } from './usecases/settle-units.js';
export { SpellNames } from './usecases/spell-names.js';
export { UnitBrief } from './http/unit.view.js';
export { secrecyWords } from './queries/secrecy-words.query.js';
export type { UnitKind } from './unit-kinds.js';
