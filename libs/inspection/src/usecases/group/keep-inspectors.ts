import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { inspectionFault } from '../../inspection-faults.js';
import { planFault } from '../../plan-faults.js';

/** Why somebody says they must stay away. */
export type DeclaredGround = 'home' | 'kin' | 'interest';

/** A declaration (回避申报). */
export interface RecusalCommand {
  readonly personId: string;
  readonly unitId: string;
  readonly ground: DeclaredGround;
  readonly by: Actor;
}

/** A training somebody went through. Days are `YYYY-MM-DD`, both included. */
export interface CompetenceCommand {
  readonly personId: string;
  readonly kind: 'training' | 'leading';
  readonly fromOn: string;
  readonly toOn: string;
  readonly by: Actor;
}

/** The same training of several people. */
export interface CourseCommand extends Omit<CompetenceCommand, 'personId'> {
  readonly personIds: readonly string[];
}

/** How long an acknowledgement of secrecy holds. */
const secrecyHolds = "interval '1 year'";

/** Keeps what inspectors bring along: declared recusals, training, the secrecy acknowledgement. */
@Injectable()
export class KeepInspectors {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `inspection.unknownPerson`, `inspection.unknownUnit`, `inspection.alreadyDeclared` */
  declare(command: RecusalCommand): Promise<string> {
    return this.store.transaction(async (tx) => {
      await refuseUnknown(tx, command);
      return this.declareIn(tx, command);
    });
  }

  /** The same inside another deed; the ids are known. */
  async declareIn(tx: EntityManager, { personId, unitId, ground, by }: RecusalCommand): Promise<string> {
    const id = this.ids.next();
    await tx.query(
      `insert into recusal_declaration (id, person_id, unit_id, ground, declared_by, declared_at) values ($1, $2, $3, $4, $5, now())`,
      [id, personId, unitId, ground, by.personId],
    );
    const subject = { type: 'recusal_declaration', id };
    await this.audit.record(tx, { act: 'recusal.declare', subject, about: personId, by, facts: { unitId, ground } });
    return id;
  }

  /** Answers the id. @throws Fault as `trainAll` */
  async train({ personId, ...course }: CompetenceCommand): Promise<string> {
    const [id = ''] = await this.trainAll({ ...course, personIds: [personId] });
    return id;
  }

  /** All of them or none; answers the ids. @throws Fault `inspection.periodReversed`, `unknownPerson`, `ownCompetence` */
  async trainAll({ personIds, kind, fromOn, toOn, by }: CourseCommand): Promise<string[]> {
    if (personIds.includes(by.personId)) throw planFault('ownCompetence');
    if (toOn < fromOn)
      throw inspectionFault('periodReversed', {}, [{ path: 'toOn', message: 'is before fromOn', constraint: 'order' }]);
    return this.store.transaction(async (tx) => {
      const ids: string[] = [];
      for (const personId of personIds) {
        await refuseUnknown(tx, { personId });
        const id = this.ids.next();
        await tx.query(
          `insert into competence (id, person_id, kind, from_on, to_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, now())`,
          [id, personId, kind, fromOn, toOn, by.personId],
        );
        const subject = { type: 'competence', id };
        await this.audit.record(tx, { act: 'competence.record', subject, about: personId, by, facts: { kind, toOn } });
        ids.push(id);
      }
      return ids;
    });
  }

  /** The person's own acknowledgement of secrecy, for a year. */
  acknowledge(by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const id = this.ids.next();
      await tx.query(
        `insert into competence (id, person_id, kind, from_on, to_on, recorded_by, recorded_at)
         select $1, $2, 'secrecy', t.day, t.day + ${secrecyHolds} - interval '1 day', $2, now() from (select (now() at time zone 'Asia/Shanghai')::date as day) t`,
        [id, by.personId],
      );
      const subject = { type: 'competence', id };
      await this.audit.record(tx, { act: 'secrecy.acknowledge', subject, about: by.personId, by });
      return id;
    });
  }
}

async function refuseUnknown(
  tx: EntityManager,
  { personId, unitId = null }: { personId: string; unitId?: string | null },
): Promise<void> {
  const [known] = await tx.query<{ person: boolean; unit: boolean }[]>(
    `select exists (select 1 from person where id = $1) as person, $2::uuid is null or exists (select 1 from unit where id = $2) as unit`,
    [personId, unitId],
  );
  if (!known?.person)
    throw planFault('unknownPerson', {}, [{ path: 'personId', message: 'does not exist', constraint: 'known' }]);
  if (!known.unit)
    throw inspectionFault('unknownUnit', {}, [{ path: 'unitId', message: 'does not exist', constraint: 'known' }]);
}
