export type { Cell } from './cells/cell.js';
export { parseInstant } from './cells/parse-instant.js';
export { type HeaderMap, normalisedTitle } from './headers/header-map.js';
export { uploadLimits, type ReadLimits } from './limits.js';
export { readTable, type ReadTableOptions } from './reading/read-table.js';
export type { TableRow, TableSummary } from './reading/table.js';
export type { ExportColumn } from './writing/export-column.js';
export { writeCsv } from './writing/write-csv.js';
export { writeXlsx } from './writing/write-xlsx.js';
