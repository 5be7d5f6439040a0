/** What one file may cost. Every limit has its own refusal; see the table in the README. */
export interface ReadLimits {
  /** Bytes of the uploaded file. */
  readonly maxFileBytes: number;
  /** Entries of the zip archive, read or not. */
  readonly maxZipEntries: number;
  /** Bytes of all archive parts that are read, after inflation. */
  readonly maxInflatedBytes: number;
  /** Inflated : stored size of one part; looked at from 4 MiB inflated on. */
  readonly maxInflationRatio: number;
  /** UTF-16 units of all shared strings, each counted 16 more for its keeping: they stay in memory during the reading. */
  readonly maxSharedTextLength: number;
  /** Rows that the file records below the header, blank ones included. */
  readonly maxPhysicalRows: number;
  /** Rows below the header that hold something. */
  readonly maxRows: number;
  /** Rightmost column that may hold something, 1-based. */
  readonly maxColumns: number;
  /** UTF-16 units of one cell; Excel's own limit. */
  readonly maxCellLength: number;
  /** Milliseconds the worker may be busy; the time the visitor takes is not counted. */
  readonly maxBusyMs: number;
  /** Old-generation heap of the worker in MiB. */
  readonly maxHeapMb: number;
}

/**
 * Limits for an upload by a county office: on a free machine any refused file costs less than 10 s and 300 MB. The time is
 * what the clock shows, so it leaves room for a busy machine, on which an honest file shall not be refused.
 */
export const uploadLimits: ReadLimits = {
  maxFileBytes: 32 * 1024 * 1024,
  maxZipEntries: 2_000,
  maxInflatedBytes: 128 * 1024 * 1024,
  maxInflationRatio: 200,
  maxSharedTextLength: 16 * 1024 * 1024,
  maxPhysicalRows: 1_048_576,
  maxRows: 200_000,
  maxColumns: 200,
  maxCellLength: 32_767,
  maxBusyMs: 40_000,
  maxHeapMb: 112,
};
