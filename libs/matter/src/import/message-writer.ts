import type { Audit, Doer } from '@ducha/audit';
import type { Ids } from '@ducha/kernel';
import type { Numbers, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { MatterKind } from '../domain/matter-kind.js';
import { intakeNumber, intakeSeries, REPLY_SERIES, replyNumber } from '../domain/matter-number.js';
import { knownMessages } from './known-messages.js';
import type { Draft } from './read-draft.js';
import type { Intake, Repetition } from './sheet-intake.js';

/** What the writer needs of the house. */
export interface WriterTools {
  readonly store: Store;
  readonly audit: Audit;
  readonly numbers: Numbers;
  readonly ids: Ids;
}

/** The import that writes: what it is called, who does it, and in which county year numbers are given. */
export interface WritingImport {
  readonly id: string;
  readonly kind: MatterKind;
  readonly year: number;
  readonly by: Doer | null;
}

// signatory of a message that came without a name
const NAMELESS = '匿名';

const given = `with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, "intakeNo" text, title text, body text, category text,
  "foreignId" text, sha text, "occurredAt" timestamptz, "receivedAt" timestamptz, "signatoryId" uuid, asker text, contact text,
  "replyId" uuid, "replyNo" text, "replyBody" text, "repliedAt" timestamptz))`;

const takeSql = `${given},
  matters as (
    insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, foreign_id, content_sha256, occurred_at, received_at, import_id,
      round, created_by, created_at, version)
    select id, $2, case when "replyId" is null then 'received' else 'replied' end, "intakeNo", title, body, category, category is null, "foreignId",
      decode(sha, 'hex'), "occurredAt", coalesce("receivedAt", case when "replyId" is not null then coalesce("occurredAt", "repliedAt") end, now()),
      $3, 1, $4, now(), 1 from given),
  categories as (insert into matter_category (matter_id, category) select id, category from given where category is not null),
  signatories as (insert into signatory (id, matter_id, name, contact, sort) select "signatoryId", id, coalesce(asker, '${NAMELESS}'), contact, 1 from given)
  insert into reply (id, matter_id, signatory_id, round, number, body, signed_off_by, replied_at, token_expires_at, version)
  select "replyId", id, "signatoryId", 1, "replyNo", "replyBody", $4, "repliedAt", "repliedAt" + interval '30 days', 1 from given where "replyId" is not null`;

const joinSql = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, category text, "signatoryId" uuid, asker text, contact text)),
  added as (
    insert into matter_category (matter_id, category) select distinct id, category from given where category is not null
    on conflict on constraint matter_category_pk do nothing returning matter_id, category),
  signatories as (
    insert into signatory (id, matter_id, name, contact, sort)
    select distinct on (g.id, g.asker) g."signatoryId", g.id, g.asker, g.contact, 2 from given g
    where g.asker is not null and not exists (select 1 from signatory s where s.matter_id = g.id and s.name = g.asker))
  update matter m set needs_triage = true, category = coalesce(m.category, a.category)
  from (select distinct on (matter_id) matter_id, category from added) a where a.matter_id = m.id`;

/** Writes messages set-wise, a batch in one statement, in the transaction it was made for. */
export class MessageWriter implements Intake {
  constructor(
    private readonly tools: WriterTools,
    private readonly tx: EntityManager,
    private readonly import_: WritingImport,
    readonly passed: (rows: number) => Promise<void>,
  ) {}

  known(drafts: readonly Draft[]): Promise<ReadonlySet<string>> {
    return knownMessages(this.tools.store, this.import_.kind, drafts);
  }

  async take(drafts: readonly Draft[]): Promise<readonly string[]> {
    const { id: importId, kind, by } = this.import_;
    const rows = await this.rowsOf(drafts);
    await this.tx.query(takeSql, [JSON.stringify(rows), kind, importId, by?.personId ?? null]);
    await this.tools.audit.record(
      this.tx,
      ...rows.map(({ id, replyId }) => ({
        act: 'matter.import',
        subject: { type: 'matter', id },
        by,
        to: replyId === null ? 'received' : 'replied',
        facts: { kind, importId },
      })),
    );
    return rows.map(({ id }) => id);
  }

  async join(repetitions: readonly Repetition[]): Promise<void> {
    const rows = repetitions.map(({ matterId, draft: { category, asker, contact } }) => ({
      id: matterId,
      category,
      signatoryId: this.tools.ids.next(),
      asker,
      contact,
    }));
    await this.tx.query(joinSql, [JSON.stringify(rows)]);
  }

  private async rowsOf(drafts: readonly Draft[]) {
    const { numbers, ids } = this.tools;
    const { kind, year } = this.import_;
    const intake = await numbers.take(intakeSeries(kind), year, drafts.length);
    const replies = await numbers.take(REPLY_SERIES, year, drafts.filter(({ reply }) => reply !== null).length);
    return drafts.map(({ reply, contentSha256: sha, row: _row, ...message }, at) => ({
      ...message,
      ...{ id: ids.next(), sha, intakeNo: intakeNumber(kind, year, intake[at] ?? 0), signatoryId: ids.next() },
      replyId: reply === null ? null : ids.next(),
      replyNo: reply === null ? null : replyNumber(year, replies.shift() ?? 0),
      replyBody: reply?.body ?? null,
      repliedAt: reply?.at ?? null,
    }));
  }
}
