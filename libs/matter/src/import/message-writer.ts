import type { Audit, Doer } from '@ducha/audit';
import type { Ids } from '@ducha/kernel';
import type { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { hasReplyDuty, type MatterKind } from '../domain/matter-kind.js';
import { intakeSeries, REPLY_SERIES } from '../domain/matter-number.js';
import type { Numbering } from '../usecases/numbering.js';
import { knownMessages } from './known-messages.js';
import type { Draft } from './read-draft.js';
import type { Intake, Repetition } from './sheet-intake.js';

/** What the writer needs of the house. */
export interface WriterTools {
  readonly store: Store;
  readonly audit: Audit;
  readonly numbering: Numbering;
  readonly ids: Ids;
}

/** The import that writes: what it is called, who does it, and in which county year numbers are given. */
export interface WritingImport {
  readonly id: string;
  readonly kind: MatterKind;
  readonly year: number;
  readonly by: Doer | null;
}

/** Signatory of a matter that names nobody although somebody must be answered. */
const namelessIn = (kind: MatterKind): string => (kind === 'netizen_message' ? '匿名' : '未载明');

const given = `with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, "intakeNo" text, title text, body text, category text,
  "foreignId" text, sha text, "occurredAt" timestamptz, "receivedAt" timestamptz, "principalId" uuid, meeting text, fields jsonb, contact text,
  askers jsonb, "replyBody" text, "repliedAt" timestamptz)),
  asker as (select g.id as "matterId", s.id, s.name, s.sort, s."replyId", s."replyNo", g.contact, g."replyBody", g."repliedAt" from given g
    cross join jsonb_to_recordset(g.askers) as s(id uuid, name text, sort int, "replyId" uuid, "replyNo" text))`;

const takeSql = `${given},
  matters as (
    insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, foreign_id, content_sha256, occurred_at, received_at, import_id,
      principal_id, meeting, fields, round, created_by, created_at, version)
    select id, $2, case when "repliedAt" is null then 'received' else 'replied' end, "intakeNo", title, body, category, category is null, "foreignId",
      decode(sha, 'hex'), "occurredAt", coalesce("receivedAt", case when "repliedAt" is not null then coalesce("occurredAt", "repliedAt") end, now()),
      $3, "principalId", meeting, fields, 1, $4, now(), 1 from given),
  categories as (insert into matter_category (matter_id, category) select id, category from given where category is not null),
  signatories as (
    insert into signatory (id, matter_id, name, contact, sort)
    select id, "matterId", name, case when sort = 1 then contact end, sort from asker)
  insert into reply (id, matter_id, signatory_id, round, number, body, signed_off_by, replied_at, token_expires_at, version)
  select "replyId", "matterId", id, 1, "replyNo", "replyBody", $4, "repliedAt", "repliedAt" + interval '30 days', 1 from asker where "replyId" is not null`;

const joinSql = `
  with given as (select * from jsonb_to_recordset($1::jsonb) as g(id uuid, category text, contact text, askers jsonb)),
  asker as (select g.id as "matterId", s.id, s.name, case when s.sort = 1 then g.contact end as contact from given g
    cross join jsonb_to_recordset(g.askers) as s(id uuid, name text, sort int)),
  added as (
    insert into matter_category (matter_id, category) select distinct id, category from given where category is not null
    on conflict on constraint matter_category_pk do nothing returning matter_id, category),
  signatories as (
    insert into signatory (id, matter_id, name, contact, sort)
    select distinct on (a."matterId", a.name) a.id, a."matterId", a.name, a.contact, 2 from asker a
    where not exists (select 1 from signatory s where s.matter_id = a."matterId" and s.name = a.name))
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
      ...rows.map(({ id, repliedAt }) => ({
        act: 'matter.import',
        subject: { type: 'matter', id },
        by,
        to: repliedAt === null ? 'received' : 'replied',
        facts: { kind, importId },
      })),
    );
    return rows.map(({ id }) => id);
  }

  async join(repetitions: readonly Repetition[]): Promise<void> {
    const rows = repetitions.map(({ matterId, draft: { category, askers, contact } }) => ({
      ...{ id: matterId, category, contact },
      askers: askers.map((name, at) => ({ id: this.tools.ids.next(), name, sort: at + 1 })),
    }));
    await this.tx.query(joinSql, [JSON.stringify(rows)]);
  }

  private async rowsOf(drafts: readonly Draft[]) {
    const { numbering, ids } = this.tools;
    const { kind, year } = this.import_;
    const intake = await numbering.take(intakeSeries(kind), year, drafts.length);
    const named = drafts.map((draft) => this.named(draft));
    const owed = drafts.reduce((sum, { reply }, at) => sum + (reply === null ? 0 : (named[at]?.length ?? 0)), 0);
    const replies = await numbering.take(REPLY_SERIES, year, owed);
    return drafts.map(({ reply, contentSha256: sha, row: _row, askers: _askers, ...message }, at) => ({
      ...message,
      ...{ id: ids.next(), sha, intakeNo: intake[at] ?? '' },
      askers: (named[at] ?? []).map((name, place) => {
        const told = reply === null ? {} : { replyId: ids.next(), replyNo: replies.shift() ?? '' };
        return { id: ids.next(), name, sort: place + 1, ...told };
      }),
      replyBody: reply?.body ?? null,
      repliedAt: reply?.at ?? null,
    }));
  }

  private named({ askers }: Draft): readonly string[] {
    const { kind } = this.import_;
    return askers.length > 0 || !hasReplyDuty(kind) ? askers : [namelessIn(kind)];
  }
}
