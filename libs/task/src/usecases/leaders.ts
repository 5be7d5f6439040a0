import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';
import { leaderBehind } from '../queries/task-actions.js';
import type { ReportEvery } from '../domain/routine-report.js';
import type { InstructionRow } from '../rows/instruction.row.js';
import { taskFault } from '../task-faults.js';

/** A leader's words on a record. */
export interface LeaderWords {
  readonly subject: { readonly type: InstructionRow['subjectType']; readonly id: string };
  readonly kind: InstructionRow['kind'];
  readonly words: string;
  /** Townships that take it although their duty lists say otherwise: his written decision. */
  readonly unitIds?: readonly string[];
  /** How often units may be asked to report, where that is more often than monthly. */
  readonly reportEvery?: ReportEvery | null;
  /** Set for a further edition of earlier words. */
  readonly lineage?: { readonly id: string; readonly edition: number };
}

/** Who decides: the leader himself, or his office in his name. Keeps what was said, and what the office did for its leader to see. */
@Injectable()
export class Leaders {
  constructor(
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** The leader by whose authority this person acts. @throws Fault `task.notYourLeader` unless it is the one the record lies before */
  actingFor(by: Actor, lyingBefore: string | null): string {
    const leader = leaderBehind(by);
    if (leader === null || (lyingBefore !== null && leader !== lyingBefore)) throw taskFault('notYourLeader');
    return leader;
  }

  /** Keeps words as an edition of their own. An office's entry tells its leader, who may disown it. Answers the id. */
  async say(tx: EntityManager, by: Actor, said: LeaderWords): Promise<string> {
    const id = this.ids.next();
    const givenBy = this.actingFor(by, null);
    await tx.query(
      `insert into instruction (id, subject_type, subject_id, lineage_id, edition, kind, words, given_by, entered_by, unit_ids, report_every, given_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, now())`,
      [
        id,
        said.subject.type,
        said.subject.id,
        said.lineage?.id ?? id,
        said.lineage?.edition ?? 1,
        said.kind,
        said.words,
        givenBy,
        by.personId,
        said.unitIds ?? [],
        said.reportEvery ?? null,
      ],
    );
    if (givenBy !== by.personId) await this.tellLeader(tx, givenBy, id, said);
    return id;
  }

  /** What a decision said. An office always leaves an entry for its leader's tray, even without words; naming units or a rhythm of reports is said even in silence. Answers null when nothing is kept. */
  async sayWith(
    tx: EntityManager,
    by: Actor,
    said: Omit<LeaderWords, 'words'> & { readonly words: string | null; readonly silentWords: string },
  ): Promise<string | null> {
    const decides = (said.unitIds ?? []).length > 0 || said.reportEvery != null;
    if (said.words === null && by.role !== 'leader_office' && !decides) return null;
    return this.say(tx, by, { ...said, words: said.words ?? said.silentWords });
  }

  private async tellLeader(
    tx: EntityManager,
    leaderId: string,
    instructionId: string,
    { subject }: LeaderWords,
  ): Promise<void> {
    const about = subject.type === 'task' ? { taskId: subject.id } : { matterId: subject.id };
    await this.notices.tell(tx, [
      {
        kind: 'office_act',
        dedupeKey: `office_act:${instructionId}`,
        personId: leaderId,
        facts: { instructionId },
        ...about,
      },
    ]);
  }
}
