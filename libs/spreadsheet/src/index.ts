export type { Cell } from './cells/cell.js';
export { parseInstant } from './cells/parse-instant.js';
export { normalisedTitle, type HeaderField, type HeaderMap, type MappedColumn } from './headers/header-map.js';
export { uploadLimits, type ReadLimits } from './limits.js';
export { readTable, type ReadTableOptions, type VisitRows } from './reading/read-table.js';
export type { TableHeader, TableRow, TableSummary } from './reading/table.js';
export { spreadsheetFault } from './spreadsheet-faults.js';
