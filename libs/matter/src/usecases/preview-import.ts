import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EVIDENCE_STORE, type EvidenceStore } from '@ducha/evidence';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { MatterKind } from '../domain/matter-kind.js';
import { digestOf, plainFileName } from '../import/import-file.js';
import { recordImport } from '../import/import-record.js';
import { SecrecyScreen } from './secrecy-screen.js';
import { TakeMessages } from './take-messages.js';

/** A sheet that was uploaded and lies complete on the local disk. */
export interface UploadedSheet {
  readonly path: string;
  readonly fileName: string;
  readonly sizeBytes: number;
  readonly kind: MatterKind;
}

/** Reads a sheet to its end, says what would come of it, and keeps the file for the commit. Writes no matter. */
@Injectable()
export class PreviewImport {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly messages: TakeMessages,
    private readonly secrecy: SecrecyScreen,
    @Inject(EVIDENCE_STORE) private readonly files: EvidenceStore,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id of the import. @throws Fault `spreadsheet.*` with sheet, row and column; `matter.classified` for the name of the file */
  async run({ path, fileName, sizeBytes, kind }: UploadedSheet, by: Actor): Promise<string> {
    await this.secrecy.refuseName(fileName, by);
    const report = await this.secrecy.watched(by, () => this.messages.preview(kind, path));
    const fileSha256 = await digestOf(path);
    await this.files.keep(fileSha256, { path, sizeBytes, mediaType: 'application/octet-stream' });
    const id = this.ids.next();
    await this.store.transaction(async (tx) => {
      await recordImport(
        tx,
        { id, kind, fileName: plainFileName(fileName), fileSha256, personId: by.personId },
        report,
        null,
      );
      await this.audit.record(tx, {
        act: 'import.preview',
        subject: { type: 'import', id },
        by,
        facts: { kind, sha256: fileSha256, ...report.counts },
      });
    });
    return id;
  }
}
