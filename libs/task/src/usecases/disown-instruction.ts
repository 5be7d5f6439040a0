import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import { InstructionRow } from '../rows/instruction.row.js';
import { taskFault } from '../task-faults.js';
import { readersOf } from './instruction-readers.js';

/** A leader says: these words are not mine. */
export interface DisownInstructionCommand {
  readonly instructionId: string;
  readonly by: Actor;
}

/** What was disowned. */
export interface DisownedInstruction {
  readonly subject: { readonly type: InstructionRow['subjectType']; readonly id: string };
}

/** Only the leader in whose name his office entered something may disown it. The words stay, marked. What followed is the caller's to undo. */
@Injectable()
export class DisownInstruction {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  /** @throws Fault `task.unknownInstruction`, `instructionNotYours`, `instructionDisowned` */
  async run({ instructionId, by }: DisownInstructionCommand): Promise<DisownedInstruction> {
    return this.store.transaction(async (tx) => {
      const instruction = await tx.findOneBy(InstructionRow, { id: instructionId });
      if (!instruction) throw taskFault('unknownInstruction');
      const { givenBy, enteredBy, subjectType: type, subjectId: id } = instruction;
      if (givenBy !== by.personId || enteredBy === givenBy) throw taskFault('instructionNotYours');
      const [, disowned] = await tx.query<[unknown[], number]>(
        'update instruction set disowned_at = now() where id = $1 and disowned_at is null',
        [instructionId],
      );
      if (disowned !== 1) throw taskFault('instructionDisowned');
      await this.audit.record(tx, {
        act: 'instruction.disown',
        subject: { type: 'instruction', id: instructionId },
        about: id,
        by,
        facts: { enteredBy },
      });
      const readers = await readersOf(tx, { type, id }, { id: instructionId, noticeKind: 'instruction.disowned', by });
      const office = {
        kind: 'instruction.disowned',
        dedupeKey: `instruction.disowned:${instructionId}:office`,
        personId: enteredBy,
        facts: { instructionId },
      };
      await this.notices.tell(tx, [...readers, office]);
      return { subject: { type, id } };
    });
  }
}
