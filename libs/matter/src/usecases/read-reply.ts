import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { prepared, Store } from '@ducha/store';
import type { PublicReplyView } from '../http/reply.view.js';
import { matterFault } from '../matter-faults.js';
import { tokenHash } from './reply-writer.js';

interface PublicReply extends PublicReplyView {
  id: string;
  matterId: string;
  isFirst: boolean;
}

const readSql = prepared(`
  select r.id, r.matter_id as "matterId", m.title, m.intake_no as "intakeNo", g.name, r.body, r.number, r.replied_at as "repliedAt",
    r.token_expires_at as "readableUntil", r.feedback, r.token_used_at is null as "isFirst",
    coalesce((select value ->> 'name' from county_setting where name = 'county'), '') as "countyName"
  from reply r join matter m on m.id = r.matter_id join signatory g on g.id = r.signatory_id
  where r.token_hash = $1 and r.token_expires_at > now()`);

/** Shows a reply to whoever holds its link; the first reading is recorded. */
@Injectable()
export class ReadReply {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.replyNotFound` for an unknown or expired token */
  async run(token: string): Promise<PublicReplyView> {
    const found = await this.store.queryOne<PublicReply>(readSql, [tokenHash(token)]);
    if (!found) throw matterFault('replyNotFound');
    if (found.isFirst) await this.recordFirst(found);
    const { title, intakeNo, name, body, number, repliedAt, readableUntil, feedback, countyName } = found;
    return { title, intakeNo, name, body, number, repliedAt, readableUntil, feedback, countyName };
  }

  private async recordFirst({ id, matterId }: PublicReply): Promise<void> {
    await this.store.transaction(async (tx) => {
      const first = await this.store.query(
        'update reply set token_used_at = now() where id = $1 and token_used_at is null returning id',
        [id],
      );
      if (first.length > 0)
        await this.audit.record(tx, { act: 'reply.read', subject: { type: 'reply', id }, about: matterId, by: null });
    });
  }
}
