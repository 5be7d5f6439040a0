import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids, statesThatAllow } from '@ducha/kernel';
import { idsAt, prepared, Store } from '@ducha/store';
import { MatterClocks } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterLifecycle, type MatterState } from '../domain/matter-lifecycle.js';
import { REPLY_SERIES } from '../domain/matter-number.js';
import { countyNow } from '../queries/county-now.js';
import { answeredWith, waits } from '../queries/matter-standing.js';
import { Numbering } from './numbering.js';

/** A signatory who waits for an answer. `matterId` is the signatory's own matter, `throughId` the one it is answered with. */
export interface WaitingSignatory {
  readonly signatoryId: string;
  readonly matterId: string;
  readonly throughId: string;
  readonly round: number;
  readonly name: string;
  readonly title: string;
  readonly intakeNo: string;
}

/** What one signatory is to be told. */
export interface Letter {
  readonly to: WaitingSignatory;
  readonly body: string;
}

/** What was sent. The link opens the reply; its token is kept nowhere. */
export interface SentReply {
  readonly matterId: string;
  readonly signatoryId: string;
  /** The signatory. */
  readonly name: string;
  /** Of the signatory's own matter, like `title`. */
  readonly intakeNo: string;
  readonly title: string;
  readonly number: string;
  readonly link: string;
}

// days in which a reply can be read and judged through its link
const LINK_DAYS = 30;

/** What is kept of a link's token. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

const waitingSql = prepared(`
  select g.id as "signatoryId", w.id as "matterId", m.id as "throughId", w.round, g.name, w.title, w.intake_no as "intakeNo"
  from matter m join matter w on ${answeredWith('m')} join signatory g on g.matter_id = w.id
  where m.id = any(${idsAt('$1')}) and ${waits} order by m.id, w.id, g.sort, g.id`);

const writeSql = prepared(`
  insert into reply (id, matter_id, signatory_id, round, number, body, signed_off_by, replied_at, token_hash, token_expires_at, version)
  select g.id, g."matterId", g."signatoryId", g.round, g.number, g.body, $2, now(), decode(g.hash, 'hex'), now() + interval '${LINK_DAYS} days', 1
  from jsonb_to_recordset($1::jsonb) as g(id uuid, "matterId" uuid, "signatoryId" uuid, round int, number text, body text, hash text)`);

const repliedSql = prepared(`
  with over as (
    select w.id, w.state from matter w
    where w.id = any(${idsAt('$1')}) and w.state = any($2) and exists (select 1 from signatory g where g.matter_id = w.id)
      and not exists (select 1 from signatory g where g.matter_id = w.id and ${waits})
    order by w.id for update)
  update matter m set state = 'replied', version = version + 1 from over where m.id = over.id returning m.id, over.state as from`);

/** Answers signatories: numbers, one-time links, and the matters that are answered thereby. Set-wise, for one or for thousands. */
@Injectable()
export class ReplyWriter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbering: Numbering,
    private readonly clocks: MatterClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Who waits for an answer through these matters: their own signatories and those of matters merged into them. */
  waiting(matterIds: readonly string[]): Promise<WaitingSignatory[]> {
    return this.store.query<WaitingSignatory>(waitingSql, [matterIds]);
  }

  /** Sends replies. @returns one link each, to be shown this once */
  async send(tx: EntityManager, replies: readonly Letter[], by: Actor): Promise<SentReply[]> {
    if (replies.length === 0) return [];
    const { year } = await countyNow(this.store);
    const numbers = await this.numbering.take(REPLY_SERIES, year, replies.length);
    const rows = replies.map(({ to, body }, at) => {
      const { matterId, signatoryId, round, name, intakeNo, title } = to;
      const token = this.ids.token();
      const row = {
        id: this.ids.next(),
        matterId,
        signatoryId,
        round,
        number: numbers[at] ?? '',
        body,
      };
      const sent = { matterId, signatoryId, name, intakeNo, title, number: row.number, link: `/reply?token=${token}` };
      return { row: { ...row, hash: tokenHash(token).toString('hex') }, sent };
    });
    await tx.query(writeSql, [JSON.stringify(rows.map(({ row }) => row)), by.personId]);
    await this.recordSent(
      tx,
      rows.map(({ row }) => row),
      by,
    );
    await this.markReplied(tx, [...new Set(replies.map(({ to }) => to.matterId))], by);
    return rows.map(({ sent }) => sent);
  }

  private async recordSent(
    tx: EntityManager,
    rows: readonly { id: string; matterId: string; signatoryId: string; round: number }[],
    by: Actor,
  ): Promise<void> {
    const acts = rows.map(({ id, matterId, signatoryId, round }) => ({
      act: 'reply.send',
      subject: { type: 'reply', id },
      about: matterId,
      by,
      facts: { signatoryId, round },
    }));
    await this.audit.record(tx, ...acts);
  }

  private async markReplied(tx: EntityManager, matterIds: readonly string[], by: Actor): Promise<void> {
    const moved = await this.store.query<{ id: string; from: MatterState }>(repliedSql, [
      matterIds,
      statesThatAllow(matterLifecycle, 'reply'),
    ]);
    const acts = moved.map(({ id, from }) => ({
      act: 'matter.reply',
      subject: { type: 'matter', id },
      by,
      from,
      to: 'replied',
    }));
    await this.audit.record(tx, ...acts);
    await this.clocks.follow(
      tx,
      moved.map(({ id }) => id),
    );
    const wasReceived = moved.flatMap(({ id, from }) => (from === 'received' ? [id] : []));
    if (wasReceived.length === 0) return;
    await tx.query(
      `update handling_proposal set decision = 'withdrawn', decided_by = $2, decided_at = now(), version = version + 1 where matter_id = any($1) and decision is null`,
      [wasReceived, by.personId],
    );
  }
}
