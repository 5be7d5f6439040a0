export { type ActFacts, type ActRecord, type Doer } from './act-record.js';
export { Acts, type RecordedAct } from './acts.query.js';
export { Audit } from './audit.js';
export { AuditModule } from './audit.module.js';
export { type ChainLink, Links } from './chain/links.query.js';
export { ExportAnchor } from './chain/export-anchor.js';
export { linkHash } from './chain/link-hash.js';
export { Linker } from './chain/linker.js';
export {
  type Anchor,
  anchorOf,
  type Reader,
  type Tampering,
  type Verification,
  type VerifiedPiece,
  verifyChain,
  verifyPiece,
} from './chain/verify-chain.js';
