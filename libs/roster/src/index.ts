export { RosterModule } from './roster.module.js';
export { ImportPeople } from './usecases/import-people.js';
export { ImportPostings } from './usecases/import-postings.js';
export { ImportSites } from './usecases/import-sites.js';
export { ImportUnits } from './usecases/import-units.js';
export type { SheetReport } from './usecases/sheet-report.js';
export { PeopleExport } from './queries/people-export.query.js';
export { type ExportFormat, exportFormats, UnitExport } from './queries/unit-export.query.js';
