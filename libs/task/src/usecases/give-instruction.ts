import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { ReportEvery } from '../domain/routine-report.js';
import { InstructionRow } from '../rows/instruction.row.js';
import { taskFault } from '../task-faults.js';
import { leaderBehind } from '../queries/task-actions.js';
import { Leaders } from './leaders.js';
import { readersOf } from './instruction-readers.js';

/** A principal's words on a matter or task. */
export interface GiveInstructionCommand {
  readonly subject: { readonly type: InstructionRow['subjectType']; readonly id: string };
  readonly kind: InstructionRow['kind'];
  readonly words: string;
  /** Earlier words of the same leader on the same record that these replace. */
  readonly lineageId: string | null;
  /** Townships that take it although their duty lists say otherwise; orders only. */
  readonly unitIds?: readonly string[];
  /** How often units may be asked to report on the record; orders only. */
  readonly reportEvery?: ReportEvery | null;
  readonly by: Actor;
}

/** Where the words stand now. */
export interface GivenInstruction {
  readonly id: string;
  readonly lineageId: string;
  readonly edition: number;
}

/** Keeps a principal's instruction (批示), or a new edition of an earlier one, and tells everybody who works on the record. */
@Injectable()
export class GiveInstruction {
  constructor(
    private readonly store: Store,
    private readonly leaders: Leaders,
    private readonly audit: Audit,
    private readonly notices: Notices,
  ) {}

  async run(command: GiveInstructionCommand): Promise<GivenInstruction> {
    const { subject, kind, words, lineageId, unitIds = [], reportEvery = null, by } = command;
    return this.store.transaction(async (tx) => {
      await refuseUnseen(tx, subject, by);
      if (reportEvery !== null && kind !== 'order') throw onlyOrders('reportEvery');
      await refuseUnits(tx, kind, unitIds);
      const lineage = lineageId === null ? undefined : await nextEdition(tx, lineageId, subject, by);
      const id = await this.leaders.say(tx, by, {
        subject,
        kind,
        words,
        unitIds,
        reportEvery,
        ...(lineage && { lineage }),
      });
      const leaderId = leaderBehind(by);
      await this.audit.record(tx, {
        act: 'instruction.give',
        subject: { type: 'instruction', id },
        about: subject.id,
        by,
        facts: {
          kind,
          edition: lineage?.edition ?? 1,
          unitIds: [...unitIds],
          reportEvery,
          ...(leaderId !== by.personId && { inNameOf: leaderId }),
        },
        words,
      });
      await this.notices.tell(tx, await readersOf(tx, subject, { id, noticeKind: 'instruction.given', by }));
      return { id, lineageId: lineage?.id ?? id, edition: lineage?.edition ?? 1 };
    });
  }
}

/** A record that the actor may not read does not exist for him. */
async function refuseUnseen(
  tx: EntityManager,
  { type, id }: GiveInstructionCommand['subject'],
  by: Actor,
): Promise<void> {
  const params = new SqlParams();
  const sql = `select 1 from ${type} o where o.id = ${params.add(id)}::uuid and ${scopeSql(`${type}.read`, by, 'o', params)}`;
  const seen = await tx.query<unknown[]>(sql, params.values);
  if (seen.length > 0) return;
  throw type === 'task'
    ? taskFault('notFound')
    : taskFault('unknownMatter', {}, [{ path: 'subjectId', message: 'does not exist', constraint: 'known' }]);
}

const onlyOrders = (path: string) =>
  taskFault('onlyOrdersDecide', {}, [{ path, message: 'needs an order', constraint: 'orderOnly' }]);

/** Only an order decides, and only about units of today. */
async function refuseUnits(
  tx: EntityManager,
  kind: GiveInstructionCommand['kind'],
  unitIds: readonly string[],
): Promise<void> {
  if (unitIds.length === 0) return;
  if (kind !== 'order') throw onlyOrders('unitIds');
  const known = await tx.query<{ id: string }[]>(
    'select id from unit where id = any($1::uuid[]) and from_at <= now() and (to_at is null or to_at > now())',
    [unitIds],
  );
  const unknown = unitIds.findIndex((id) => !known.some((unit) => unit.id === id));
  if (unknown < 0) return;
  throw taskFault('unknownUnit', {}, [{ path: `unitIds[${unknown}]`, message: 'does not exist', constraint: 'known' }]);
}

async function nextEdition(
  tx: EntityManager,
  lineageId: string,
  subject: GiveInstructionCommand['subject'],
  by: Actor,
) {
  const [latest] = await tx.find(InstructionRow, { where: { lineageId }, order: { edition: 'DESC' }, take: 1 });
  if (!latest || latest.subjectId !== subject.id) throw taskFault('unknownInstruction');
  if (latest.givenBy !== leaderBehind(by)) throw taskFault('instructionNotYours');
  return { id: lineageId, edition: latest.edition + 1 };
}
