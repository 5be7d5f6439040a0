import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { classificationMarkInName, IDS, type Ids } from '@ducha/kernel';
import { secrecyWords } from '@ducha/org';
import { prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { evidenceFault } from '../evidence-faults.js';
import type { EvidenceView } from '../http/evidence.view.js';
import { mediaTypeOf } from '../media-type.js';
import { evidenceColumns } from '../queries/evidence-columns.js';
import { EVIDENCE_STORE, type EvidenceStore } from '../stores/evidence-store.js';

/** An upload that lies complete on the local disk. */
export interface Upload {
  /** Made by the device, so that sending it again is harmless; made here when absent. */
  readonly id?: string | undefined;
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly happenedAt?: string | undefined;
  readonly capturedAt?: string | undefined;
}

const insertSql = prepared(`
  insert into evidence as e (id, sha256, size_bytes, media_type, file_name, uploaded_by, unit_id, happened_at, captured_at, received_at)
  values ($1, decode($2, 'hex'), $3, $4, $5, $6, $7, $8, $9, now()) on conflict (id) do nothing returning ${evidenceColumns}`);

const longestName = 200;
/** A photo of a telephone is read into memory once; what is longer is read piece by piece, for its type and for its hash. */
const readWholeBytes = 2 * 1024 * 1024;

/** Keeps a file as evidence: type by content, SHA-256, and three times (happened, captured, received). */
@Injectable()
export class StoreEvidence {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(EVIDENCE_STORE) private readonly files: EvidenceStore,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** @throws Fault `evidence.emptyFile`, `evidence.typeRefused`, `evidence.idTaken`; `evidence.classifiedName`, and the file is not kept */
  async run(upload: Upload, by: Actor): Promise<EvidenceView> {
    if (upload.sizeBytes === 0)
      throw evidenceFault('emptyFile', {}, [{ path: 'file', message: 'is empty', constraint: 'isNotEmpty' }]);
    if (classificationMarkInName(upload.fileName, await secrecyWords(this.store)) !== null)
      throw evidenceFault('classifiedName', {}, [
        { path: 'file', message: 'has a name with a mark of secrecy', constraint: 'unclassified' },
      ]);
    const { mediaType, key } = await contentOf(upload);
    await this.files.keep(key, { path: upload.path, sizeBytes: upload.sizeBytes, mediaType });
    const id = upload.id ?? this.ids.next();
    return this.store.transaction(async (tx) => {
      const [view] = await tx.query<EvidenceView[]>(insertSql, [
        ...[id, key, upload.sizeBytes, mediaType, nameOf(upload.fileName), by.personId, by.unitId],
        ...[upload.happenedAt ?? null, upload.capturedAt ?? null],
      ]);
      if (!view) return repeated(tx, id, key, by);
      await this.audit.record(tx, {
        act: 'evidence.store',
        subject: { type: 'evidence', id },
        by,
        facts: { sha256: key, sizeBytes: upload.sizeBytes, mediaType },
      });
      return view;
    });
  }
}

/** What a file is, and the hash that it lies under. @throws Fault `evidence.typeRefused` */
async function contentOf({ path, sizeBytes }: Upload): Promise<{ mediaType: string; key: string }> {
  const sha256 = createHash('sha256');
  const whole = sizeBytes <= readWholeBytes ? await readFile(path) : undefined;
  const mediaType = await mediaTypeOf(whole ?? path);
  if (whole) sha256.update(whole);
  else await pipeline(createReadStream(path), sha256);
  return { mediaType, key: sha256.digest('hex') };
}

/** The file that was sent under this id before. @throws Fault `evidence.idTaken` where it was another one, or another person's */
async function repeated(tx: EntityManager, id: string, key: string, { personId }: Actor): Promise<EvidenceView> {
  const [known] = await tx.query<EvidenceView[]>(
    `select ${evidenceColumns} from evidence e where e.id = $1 and e.sha256 = decode($2, 'hex') and e.uploaded_by = $3`,
    [id, key, personId],
  );
  if (!known) throw evidenceFault('idTaken', {}, [{ path: 'id', message: 'is taken', constraint: 'unique' }]);
  return known;
}

/** The name without folders and control characters, never longer than 200 letters. */
function nameOf(fileName: string): string {
  const last = fileName.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((letter) => letter >= ' ' && letter !== '\u007f').join('');
  return [...clean].slice(-longestName).join('') || 'file';
}
