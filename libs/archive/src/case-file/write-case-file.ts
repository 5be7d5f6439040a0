import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit, type ChainLink, Linker, Links } from '@ducha/audit';
import { EVIDENCE_STORE, type EvidenceStore } from '@ducha/evidence';
import { manifestPath } from '../backup/manifest.js';
import { type WrittenPart, ZipWriter } from '../zip/zip-writer.js';
import { caseHtml } from './case-html.js';
import type { CaseRecord } from './case-record.js';
import { CaseRecords } from './case-record.query.js';
import { maskedRecord, withoutMaskedSalts } from './masked-record.js';
import { chainPath, indexPath, pagePath } from './case-parts.js';

/** A case file on its way out. */
export interface OpenCaseFile {
  readonly fileName: string;
  readonly stream: Readable;
}

/** Writes one matter as a sealed ZIP that can be read and checked without this system. */
@Injectable()
export class WriteCaseFile {
  private readonly logger = new Logger('WriteCaseFile');

  constructor(
    private readonly records: CaseRecords,
    private readonly links: Links,
    private readonly linker: Linker,
    private readonly audit: Audit,
    @Inject(EVIDENCE_STORE) private readonly evidence: EvidenceStore,
  ) {}

  /**
   * Starts the file; that it was made is recorded before its first byte, and its digest after its last one.
   * @throws Fault `matter.notFound`
   */
  async open(matterId: string, by: Actor): Promise<OpenCaseFile> {
    await this.linker.linkAll();
    const record = maskedRecord(await this.records.of(matterId, by));
    const links = withoutMaskedSalts(record, await this.links.ofRows(record.acts.map(({ rowId }) => rowId)));
    await this.note('matter.case_file', matterId, by, { acts: record.acts.length, papers: record.papers.length });
    const stream = new PassThrough();
    this.write(stream, record, links)
      .then((sha256) => this.note('matter.case_file_made', matterId, by, { manifestSha256: sha256 }))
      .catch((error: unknown) => {
        stream.destroy();
        this.logger.warn(`a case file broke off: ${String(error)}`);
      });
    const { number, intakeNo } = record.matter;
    return { fileName: `卷宗-${(number ?? intakeNo).replace(/[^\p{L}\p{N}〔〕-]/gu, '')}.zip`, stream };
  }

  private async write(target: PassThrough, record: CaseRecord, links: readonly ChainLink[]): Promise<string> {
    const zip = new ZipWriter(target, new Date(record.madeAt));
    try {
      const parts: WrittenPart[] = [];
      parts.push(await zip.addText(pagePath, caseHtml(record, links)));
      parts.push(await zip.addText(indexPath, `${JSON.stringify(record, null, 2)}\n`));
      parts.push(await zip.addText(chainPath, `${JSON.stringify(links, null, 2)}\n`));
      parts.push(await zip.addText('anchors.jsonl', links.map((link) => anchorLine(link, record.madeAt)).join('')));
      for (const { path, key } of record.papers)
        parts.push(await zip.add(path, await this.evidence.open(key), { compress: false }));
      const manifest = `${JSON.stringify({ kind: record.kind, format: record.format, parts }, null, 2)}\n`;
      await zip.addText(manifestPath, manifest);
      await zip.finish();
      return createHash('sha256').update(manifest).digest('hex');
    } catch (error) {
      await zip.abandon();
      throw error;
    }
  }

  private note(act: string, id: string, by: Actor, facts: Record<string, string | number>): Promise<void> {
    return this.audit.recordApart({ act, subject: { type: 'matter', id }, by, facts });
  }
}

/** As `ducha verify-audit --anchors` takes it: the chain of the running system is compared with this very file. */
function anchorLine({ chain, seq, hash }: ChainLink, exportedAt: string): string {
  return `${JSON.stringify({ chain, seq, hash, exportedAt })}\n`;
}
