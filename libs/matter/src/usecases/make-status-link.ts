import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';
import { tokenHash } from './reply-writer.js';

/** A link by which one signatory follows the matter. */
export interface MakeStatusLinkCommand {
  readonly matterId: string;
  readonly signatoryId: string;
  readonly by: Actor;
}

// days in which the state can be read through the link
const STATUS_DAYS = 180;

/** Makes a link to the state of a matter for a signatory without account. It is shown this once; an older one of the same signatory ends. */
@Injectable()
export class MakeStatusLink {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the link's path. @throws Fault `matter.unknownSignatory` */
  async run({ matterId, signatoryId, by }: MakeStatusLinkCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      const token = this.ids.token();
      await tx.query('delete from status_link where signatory_id = $1', [signatoryId]);
      const made = await this.store.query(
        `insert into status_link (token_hash, signatory_id, created_by, created_at, expires_at)
         select $1, g.id, $2, now(), now() + interval '${STATUS_DAYS} days' from signatory g where g.id = $3 and g.matter_id = $4 returning signatory_id`,
        [tokenHash(token), by.personId, signatoryId, matterId],
      );
      if (made.length === 0)
        throw matterFault('unknownSignatory', {}, [
          { path: 'signatoryId', message: 'is no signatory of this matter', constraint: 'known' },
        ]);
      const facts = { signatoryId };
      const subject = { type: 'matter', id: matterId };
      await this.audit.record(tx, { act: 'matter.status_link', subject, by, facts });
      return `/status?token=${token}`;
    });
  }
}
