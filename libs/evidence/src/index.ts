export { EvidenceModule, storeOf } from './evidence.module.js';
export { EvidenceView } from './http/evidence.view.js';
export { EvidenceLinks, type ServedFile } from './queries/evidence-links.js';
export { EVIDENCE_STORE, type EvidenceStore } from './stores/evidence-store.js';
export { StoreEvidence, type Upload } from './usecases/store-evidence.js';
export { claimLocalFiles, LocalFilesClaimed } from './stores/local-files-claim.js';
