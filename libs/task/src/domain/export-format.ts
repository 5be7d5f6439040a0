/** Formats of an exported ledger. */
export const exportFormats = ['xlsx', 'csv'] as const;
/** One of `exportFormats`. */
export type ExportFormat = (typeof exportFormats)[number];
