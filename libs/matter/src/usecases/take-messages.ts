import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { secrecyWords } from '@ducha/org';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type MatterKind, matterKinds } from '../domain/matter-kind.js';
import type { SheetReport } from '../import/import-report.js';
import { takeImportLock } from '../import/import-lock.js';
import { knownMessages } from '../import/known-messages.js';
import { MessageWriter } from '../import/message-writer.js';
import { takeSheet } from '../import/sheet-intake.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';
import { principalsByName } from '../queries/principals-by-name.js';
import { Numbering } from './numbering.js';

/** A sheet of messages to be taken in. */
export interface SheetOfMessages {
  readonly importId: string;
  readonly kind: MatterKind;
  /** Path of the file, or its bytes. */
  readonly file: string | Uint8Array;
  readonly by: Doer | null;
}

/** The two ways through a sheet of messages: looking at it, and taking it in. Both give the same counts. */
@Injectable()
export class TakeMessages {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbering: Numbering,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Says what would be taken in; writes nothing. @throws Fault `spreadsheet.*` */
  async preview(kind: MatterKind, file: string | Uint8Array): Promise<SheetReport> {
    const { frame } = await this.frameOf(kind);
    return takeSheet(file, frame, {
      known: (drafts) => knownMessages(this.store, kind, drafts),
      take: () => Promise.resolve([]),
      join: () => Promise.resolve(),
      passed: () => Promise.resolve(),
    });
  }

  /**
   * Takes every acceptable message in, in the transaction `tx`; a caller who wants all or nothing looks at the report and
   * throws. Only one sheet at a time, so that no message comes in twice.
   * @param passed  told at the beginning and after every batch how many rows with content are done
   * @throws Fault `matter.importRunning`, `spreadsheet.*`
   */
  async take(tx: EntityManager, sheet: SheetOfMessages, passed: (rows: number) => Promise<void>): Promise<SheetReport> {
    const [lock] = await this.store.query<{ mine: boolean }>(`select ${takeImportLock} as mine`);
    if (!lock?.mine) throw matterFault('importRunning');
    const { frame, year } = await this.frameOf(sheet.kind);
    const tools = { store: this.store, audit: this.audit, numbering: this.numbering, ids: this.ids };
    const writer = new MessageWriter(tools, tx, { id: sheet.importId, kind: sheet.kind, year, by: sheet.by }, passed);
    await passed(0);
    return takeSheet(sheet.file, frame, writer);
  }

  private async frameOf(kind: MatterKind) {
    const { now, year } = await countyNow(this.store);
    const principals = matterKinds[kind].ofPrincipal ? await principalsByName(this.store) : new Map<string, string>();
    const screenWords = matterKinds[kind].secrecyScreen ? await secrecyWords(this.store) : undefined;
    return { year, frame: { kind, now, principals, screenWords } };
  }
}
