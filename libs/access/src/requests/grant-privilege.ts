import { Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../actor.js';
import { accessFault } from '../access-faults.js';
import { People } from '../people/people.js';
import { isRole } from '../roles.js';
import type { RequestKind, RequestState } from './request-lifecycle.js';

/** A request as it is stored. */
export interface RequestRow {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly person_id: string;
  readonly role: string | null;
  readonly unit_id: string | null;
  readonly title: string | null;
  readonly serves_person_id: string | null;
  readonly post_id: string | null;
  readonly asked_by: string;
  readonly asked_role: string;
  readonly version: number;
}

const ownAccount = 'account_id in (select id from account where person_id = $1)';

/** Does what two administrators agreed on. */
@Injectable()
export class GrantPrivilege {
  constructor(
    private readonly people: People,
    private readonly audit: Audit,
  ) {}

  /** In the transaction of the decision. */
  async run(tx: EntityManager, request: RequestRow, by: Actor): Promise<void> {
    if (request.kind === 'give_post') return this.givePost(tx, request, by);
    if (request.kind === 'end_post') return this.endPost(tx, request, by);
    if (request.kind === 'reset_password') return this.resetPassword(tx, request, by);
    return this.resetFactors(tx, request, by);
  }

  private async givePost(tx: EntityManager, request: RequestRow, by: Actor): Promise<void> {
    const { role, unit_id: unitId, title, person_id: personId, serves_person_id: servesPersonId } = request;
    if (role === null || !isRole(role) || unitId === null || title === null) throw accessFault('notPrivileged');
    const [clock] = await tx.query<{ now: Date }[]>('select now() as now');
    const post = { personId, role, unitId, title, servesPersonId, from: clock?.now ?? '' };
    await this.people.givePost(tx, post, by, request.id);
    if (await openedByOne(tx, personId)) {
      await this.resetPassword(tx, request, by);
      await this.resetFactors(tx, request, by);
    }
  }

  private async endPost(tx: EntityManager, { post_id: postId, id }: RequestRow, by: Actor): Promise<void> {
    await this.people.endPost(tx, postId ?? '', by, id);
  }

  /** The password is void and every session over; who decided makes the link for a new one. Second factors stay. */
  private async resetPassword(tx: EntityManager, { person_id: personId, id }: RequestRow, by: Actor): Promise<void> {
    await tx.query('update account set password_hash = null, version = version + 1 where person_id = $1', [personId]);
    await tx.query(`delete from session where ${ownAccount}`, [personId]);
    await tx.query(`update access_token set revoked_at = now() where ${ownAccount} and revoked_at is null`, [personId]);
    const subject = { type: 'person', id: personId };
    await this.audit.record(tx, { act: 'password.reset', subject, about: personId, by, facts: { requestId: id } });
  }

  /** Everything the person proved themselves with is void, whoever has it now; the next sign-in enrols anew. */
  private async resetFactors(tx: EntityManager, { person_id: personId, id }: RequestRow, by: Actor): Promise<void> {
    for (const table of ['totp_factor', 'passkey', 'recovery_code', 'session'])
      await tx.query(`delete from ${table} where ${ownAccount}`, [personId]);
    await tx.query(`update access_token set revoked_at = now() where ${ownAccount} and revoked_at is null`, [personId]);
    const subject = { type: 'person', id: personId };
    await this.audit.record(tx, { act: 'factor.reset', subject, about: personId, by, facts: { requestId: id } });
  }
}

/**
 * Whether the person's password came by a link that one administrator alone had made. Then a second person does not yet
 * stand behind it: whoever held the link may have opened the account, so a privileged post voids it.
 */
async function openedByOne(tx: EntityManager, personId: string): Promise<boolean> {
  const [last] = await tx.query<{ request_id: string | null }[]>(
    `select l.request_id from entry_link l join account a on a.id = l.account_id
     where a.person_id = $1 and l.made_by is not null and l.used_at is not null order by l.used_at desc limit 1`,
    [personId],
  );
  return last !== undefined && last.request_id === null;
}
