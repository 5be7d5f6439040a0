import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { PublicStatusView } from '../http/own-matter.view.js';
import { matterFault } from '../matter-faults.js';
import { type SetAsideFacts, setAsideColumn, setAsideOf } from '../queries/set-aside.js';
import { tokenHash } from './reply-writer.js';

interface Status extends Omit<PublicStatusView, 'setAside'> {
  setAside: SetAsideFacts | null;
  matterId: string;
  isFirst: boolean;
}

const statusSql = `
  select m.id as "matterId", m.title, m.intake_no as "intakeNo", coalesce(t.state, m.state) as state, m.received_at as "receivedAt",
    coalesce(t.registered_at, m.registered_at) as "registeredAt",
    (select max(r.replied_at) from reply r where r.signatory_id = g.id) as "repliedAt", coalesce(t.closed_at, m.closed_at) as "closedAt", ${setAsideColumn},
    l.expires_at as "readableUntil", l.first_read_at is null as "isFirst",
    coalesce((select value ->> 'name' from county_setting where name = 'county'), '') as "countyName"
  from status_link l join signatory g on g.id = l.signatory_id join matter m on m.id = g.matter_id left join matter t on t.id = m.merged_into_id
  where l.token_hash = $1 and l.expires_at > now()`;

/** Tells whoever holds the link where the matter stands, a merged one as that which it went into, and why nobody works on it if so; never how it is handled inside. */
@Injectable()
export class ReadStatus {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.statusNotFound` for an unknown or expired token */
  async run(token: string): Promise<PublicStatusView> {
    const found = await this.store.queryOne<Status>(statusSql, [tokenHash(token)]);
    if (!found) throw matterFault('statusNotFound');
    const { matterId, isFirst, setAside, ...status } = found;
    if (isFirst) await this.recordFirst(token, matterId);
    return { ...status, setAside: setAsideOf(setAside) };
  }

  private async recordFirst(token: string, matterId: string): Promise<void> {
    await this.store.transaction(async (tx) => {
      const first = await this.store.query(
        'update status_link set first_read_at = now() where token_hash = $1 and first_read_at is null returning signatory_id',
        [tokenHash(token)],
      );
      const subject = { type: 'matter', id: matterId };
      if (first.length > 0) await this.audit.record(tx, { act: 'matter.status_read', subject, by: null });
    });
  }
}
