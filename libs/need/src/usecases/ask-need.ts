import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Notices } from '@ducha/notice';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import type { NeedKind } from '../domain/need-lifecycle.js';
import { needFault } from '../need-faults.js';

/** What a unit wants of those above it. */
export interface AskNeedCommand {
  /** The actor's own unit or one below it. */
  readonly unitId: string;
  readonly kind: NeedKind;
  readonly title: string;
  readonly body: string;
  /** By when it is wanted; a wish, the holder's date is set with the registration. */
  readonly wantedBy: Date | null;
  readonly by: Actor;
}

/** A unit asks above (诉求上报). The bureau hears of it, and of a village's need its township too. */
@Injectable()
export class AskNeed {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly notices: Notices,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `need.notYourUnit`, `need.dateInPast` */
  run({ unitId, kind, title, body, wantedBy, by }: AskNeedCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      if (!by.unitIds.includes(unitId))
        throw needFault('notYourUnit', {}, [{ path: 'unitId', message: 'is not yours', constraint: 'own' }]);
      const id = this.ids.next();
      const [kept] = await tx.query<{ late: boolean }[]>(
        `insert into upward_need (id, unit_id, kind, title, body, wanted_by, state, asked_by, asked_at, version)
         values ($1, $2, $3, $4, $5, $6, 'asked', $7, now(), 1) returning wanted_by <= now() as late`,
        [id, unitId, kind, title, body, wantedBy, by.personId],
      );
      if (kept?.late)
        throw needFault('dateInPast', {}, [
          { path: 'wantedBy', message: 'must lie in the future', constraint: 'future' },
        ]);
      await this.audit.record(tx, {
        act: 'need.ask',
        subject: { type: 'need', id },
        by,
        to: 'asked',
        facts: { unitId, kind },
      });
      await this.tell(tx, id, unitId, by);
      return id;
    });
  }

  private async tell(tx: EntityManager, needId: string, unitId: string, by: Actor): Promise<void> {
    const heads = await tx.query<{ id: string }[]>(
      `select distinct person_id as id from post where role = 'bureau_head' and from_at <= now() and (to_at is null or to_at > now())`,
    );
    const [township] = await tx.query<{ id: string }[]>(
      `select above.id from unit u join unit above on above.id = u.parent_id where u.id = $1 and u.kind = 'village' and above.id <> $2`,
      [unitId, by.unitId],
    );
    const notice = { kind: 'need.asked', facts: { needId } };
    await this.notices.tell(tx, [
      ...heads.map(({ id }) => ({ ...notice, personId: id, dedupeKey: `need.asked:${needId}:${id}` })),
      ...(township ? [{ ...notice, unitId: township.id, dedupeKey: `need.asked:${needId}:${township.id}` }] : []),
    ]);
  }
}
