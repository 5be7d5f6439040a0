export { OrgModule } from './org.module.js';
export { orgFault } from './org-faults.js';
export { DutyRegister } from './queries/duty-register.query.js';
export { FoundUnits, type NewDuty, type NewUnit } from './usecases/found-units.js';
export { DutySuggestion, DutyView, UnitBrief, UnitView } from './http/unit.view.js';
