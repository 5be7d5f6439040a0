import { Injectable } from '@nestjs/common';
import { Clocks, type RulingBody } from '@ducha/deadline';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';

interface Share {
  readonly id: string;
  readonly kind: string;
  readonly unitId: string;
  readonly queuedAt: Date;
  readonly deliveredAt: Date | null;
  readonly signedAt: Date | null;
  readonly refusedAt: Date | null;
  readonly now: Date;
}

/** Until when a share may be disputed, by which rule, and who rules. */
export interface DisputeRoom {
  readonly endsAt: Date | null;
  readonly profile: string | null;
  readonly rule: string | null;
  readonly article: string | null;
  readonly body: RulingBody | null;
  readonly over: boolean;
}

const sharesSql = `
  select a.id, t.kind, a.unit_id as "unitId", a.queued_at as "queuedAt", a.delivered_at as "deliveredAt", a.signed_at as "signedAt", r.recorded_at as "refusedAt", now() as now
  from assignment a join task t on t.id = a.task_id left join service_refusal r on r.assignment_id = a.id and r.confirmed_at is not null where a.id = any($1::uuid[])`;

/** A unit of the kind in which the body sits, the office with its word in its name before the house itself; somebody must hold its post. */
const bodySql = `
  select u.id from unit u
  where u.from_at <= now() and (u.to_at is null or u.to_at > now()) and exists (
      select 1 from post p where p.unit_id = u.id and p.role in ('unit_head', 'unit_liaison') and p.from_at <= now() and (p.to_at is null or p.to_at > now()))
    and (u.kind = $1 or (u.name like $2 and ($1 = '' or exists (select 1 from unit above where above.kind = $1 and starts_with(u.path, above.path)))))
  order by (u.name like $2) desc, length(u.path) desc, u.id limit 1`;

const seats: Readonly<Record<RulingBody, readonly [kind: string, word: string]>> = {
  deputies_office: ['congress', '%代表%'],
  proposal_committee: ['cppcc', '%提案%'],
  hotline_centre: ['', '%热线%'],
};

/** What the laws say about disputes over shares. */
@Injectable()
export class DisputeRooms {
  constructor(
    private readonly store: Store,
    private readonly clocks: Clocks,
  ) {}

  /** By assignment. */
  async of(assignmentIds: readonly string[]): Promise<ReadonlyMap<string, DisputeRoom>> {
    if (assignmentIds.length === 0) return new Map();
    const [shares, rules] = [await this.store.query<Share>(sharesSql, [assignmentIds]), await this.clocks.rules()];
    return new Map(
      shares.map(({ id, kind, unitId, queuedAt, deliveredAt, signedAt, refusedAt, now }) => {
        const at = { dispatched: queuedAt, delivered: deliveredAt, signed: signedAt, refused: refusedAt };
        const window = rules.returnWindow(kind, unitId, at);
        const endsAt = window?.endsAt ?? null;
        const { profile = null, rule = null, article = null } = window?.basis ?? {};
        const over = endsAt !== null && endsAt < now;
        return [id, { endsAt, profile, rule, article, over, body: rules.rulerOf(kind, now) ?? null }];
      }),
    );
  }

  /** The unit that a body is in this county; null where there is none, or nobody holds its post: the bureau rules then. */
  async unitOf(tx: EntityManager, body: RulingBody | null): Promise<string | null> {
    if (body === null) return null;
    const [unit] = await tx.query<{ id: string }[]>(bodySql, [...seats[body]]);
    return unit?.id ?? null;
  }
}
