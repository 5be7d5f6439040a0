export { PrivacyModule } from './privacy.module.js';
export { privacyRows } from './rows/purge.row.js';
export { lifecycles } from './domain/purge-lifecycle.js';
export { notPersonal, personalFields } from './domain/field-classes.js';
export { CarryOutPurge } from './usecases/carry-out-purge.js';
export { ProposePurge } from './usecases/propose-purge.js';
