import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { classificationMarkInName, IDS, type Ids } from '@ducha/kernel';
import { secrecyWords } from '@ducha/org';
import { Store } from '@ducha/store';
import { evidenceFault } from '../evidence-faults.js';
import type { EvidenceView } from '../http/evidence.view.js';
import { mediaTypeOf } from '../media-type.js';
import { evidenceColumns } from '../queries/evidence-columns.js';
import { EVIDENCE_STORE, type EvidenceStore } from '../stores/evidence-store.js';

/** An upload that lies complete on the local disk. */
export interface Upload {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly happenedAt?: string | undefined;
  readonly capturedAt?: string | undefined;
}

const longestName = 200;

/** Keeps a file as evidence: type by content, SHA-256, and three times (happened, captured, received). */
@Injectable()
export class StoreEvidence {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(EVIDENCE_STORE) private readonly files: EvidenceStore,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `evidence.emptyFile`, `evidence.typeRefused`; `evidence.classifiedName`, and the file is not kept */
  async run(upload: Upload, by: Actor): Promise<EvidenceView> {
    if (upload.sizeBytes === 0)
      throw evidenceFault('emptyFile', {}, [{ path: 'file', message: 'is empty', constraint: 'isNotEmpty' }]);
    if (classificationMarkInName(upload.fileName, await secrecyWords(this.store)) !== null)
      throw evidenceFault('classifiedName', {}, [
        { path: 'file', message: 'has a name with a mark of secrecy', constraint: 'unclassified' },
      ]);
    const mediaType = await mediaTypeOf(upload.path);
    const sha256 = createHash('sha256');
    await pipeline(createReadStream(upload.path), sha256);
    const key = sha256.digest('hex');
    await this.files.keep(key, { path: upload.path, sizeBytes: upload.sizeBytes, mediaType });
    const id = this.ids.next();
    return this.store.transaction(async (tx) => {
      const [view] = await tx.query<EvidenceView[]>(
        `insert into evidence as e (id, sha256, size_bytes, media_type, file_name, uploaded_by, unit_id, happened_at, captured_at, received_at)
         values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, now()) returning ${evidenceColumns}`,
        [
          id,
          key,
          upload.sizeBytes,
          mediaType,
          nameOf(upload.fileName),
          by.personId,
          by.unitId,
          upload.happenedAt ?? null,
          upload.capturedAt ?? null,
        ],
      );
      await this.audit.record(tx, {
        act: 'evidence.store',
        subject: { type: 'evidence', id },
        by,
        facts: { sha256: key, sizeBytes: upload.sizeBytes, mediaType },
      });
      if (!view) throw evidenceFault('notFound');
      return view;
    });
  }
}

/** The name without folders and control characters, never longer than 200 letters. */
function nameOf(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((letter) => letter >= ' ' && letter !== '\u007f').join('');
  return [...clean].slice(-longestName).join('') || 'file';
}
