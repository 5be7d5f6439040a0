export { httpFault } from './http-faults.js';
export { type Problem, ProblemFilter, type RefusalListener } from './problem.filter.js';
export { MayBeAbsent } from './may-be-absent.js';
export { IsDay, IsId, isId, IsInstant, isInstant, IsSaid, requestValidation } from './validation.js';
export {
  COUNT_CAP,
  type CappedCount,
  cappedCount,
  type CursorPart,
  decodeCursor,
  type Page,
  pageOf,
  PageQuery,
  pageSize,
} from './keyset.js';
export { isStorable, refuseUnstorableBody } from './storable.js';
export { PageOf } from './page-of.js';
export { sheetFile } from './sheet-file.js';
export { PassingFiles, PassingFilesModule } from './passing-files.js';
export { fileNameOf, type FormField, TakesFile } from './takes-file.js';
export { MaskingInterceptor, Whole } from './masking.js';
export { EtagInterceptor, IfMatch, refuseStale } from './if-match.js';
export { forgetOldKeys, IdempotencyInterceptor, RepeatSafe, type SignedInRequest } from './idempotency.js';
export { type Language, languageOf } from './language.js';
