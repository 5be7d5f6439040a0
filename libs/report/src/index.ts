export { ReportModule } from './report.module.js';
export { ImportHistory, type ImportedHistory } from './usecases/import-history.js';
export { Timeliness } from './queries/timeliness.js';
export { usualTerms } from './queries/terms.js';
