import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { OpenTasks } from '@ducha/task';
import { standingStates } from '../../domain/finding/finding-lifecycle.js';
import { type SpreadClass, suggestedClass } from '../../domain/finding/spread.js';
import { findingFault } from '../../finding-faults.js';
import { spreadOf } from '../../queries/finding/spread-of.js';
import { openUnder, rectification } from './order-rectification.js';

/** Findings that one person calls one common problem (共性问题), with why and what shall be done (S32, S33). */
export interface SharedProblem {
  readonly inspectionId: string;
  readonly name: string;
  readonly findingIds: readonly string[];
  readonly cause: string;
  readonly ownerUnitId: string | null;
  readonly measure: string | null;
  /** The policy document that shall cure it. */
  readonly document: string | null;
}

/** An order to look for it at home. */
export interface SelfCheckOrder {
  readonly inspectionId: string;
  readonly problemId: string;
  readonly unitIds: readonly string[];
  readonly demand: string;
  readonly dueAt: Date;
}

/** The rule suggests by spread, a person decides; then every unit looks for it at home (自查), each by a task of its own. */
@Injectable()
export class CallShared {
  constructor(
    private readonly store: Store,
    private readonly tasks: OpenTasks,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers the id. @throws Fault `finding.inspectionNotFound`; `finding.notFound` naming `findingIds`; `finding.isIndividual` naming `cause` */
  run(problem: SharedProblem, by: Actor): Promise<string> {
    return this.store.transaction(async (tx) => {
      const { inspectionId, name, findingIds, cause, ownerUnitId, measure, document } = problem;
      const standing = await tx.query<unknown[]>(
        'select id from finding where id = any($1) and inspection_id = $2 and state = any($3) and not restricted for update',
        [findingIds, inspectionId, standingStates],
      );
      if (standing.length !== new Set(findingIds).size)
        throw findingFault('notFound', {}, [
          { path: 'findingIds', message: 'names what does not stand', constraint: 'known' },
        ]);
      const spread = await spreadOf(tx, inspectionId, findingIds);
      const suggested = suggestedClass(spread);
      refuseUnreasoned(suggested, cause);
      const id = this.ids.next();
      await tx.query(
        `insert into common_problem (id, inspection_id, name, cause, owner_unit_id, measure, document, spread, suggested, decided_by, decided_at, version)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now(), 1)`,
        [id, inspectionId, name, cause, ownerUnitId, measure, document, JSON.stringify(spread), suggested, by.personId],
      );
      await tx.query('update finding set common_problem_id = $2, version = version + 1 where id = any($1)', [
        findingIds,
        id,
      ]);
      await this.audit.record(tx, {
        act: 'common_problem.decide',
        subject: { type: 'common_problem', id },
        about: inspectionId,
        by,
        facts: {
          suggested,
          findings: spread.findings,
          units: spread.units,
          sites: spread.sites,
          groups: spread.groups,
        },
      });
      return id;
    });
  }

  /** Units that were asked before are left out. @throws Fault `finding.problemNotFound`, checkOrdered; `task.*` with the place of the unit in `index` */
  order({ inspectionId, problemId, unitIds, demand, dueAt }: SelfCheckOrder, by: Actor): Promise<void> {
    return this.store.transaction(async (tx) => {
      const [problem] = await tx.query<{ name: string }[]>(
        'select name from common_problem where id = $1 and inspection_id = $2 for update',
        [problemId, inspectionId],
      );
      if (!problem) throw findingFault('problemNotFound');
      const asked = await tx.query<{ id: string }[]>(
        'select unit_id as id from self_check where common_problem_id = $1',
        [problemId],
      );
      const units = [...new Set(unitIds)].filter((unit) => !asked.some(({ id }) => id === unit));
      if (units.length === 0)
        throw findingFault('checkOrdered', {}, [{ path: 'unitIds', message: 'have it', constraint: 'new' }]);
      const wanted = units.map((unitId) => rectification({ title: `自查：${problem.name}`, demand, dueAt, unitId }));
      const { opened, skipped } = await openUnder(this.tasks, tx, inspectionId, wanted, by);
      if (skipped[0]) throw skipped[0].fault;
      await tx.query(
        'insert into self_check (common_problem_id, unit_id, task_id) select $1, u, t from unnest($2::uuid[], $3::uuid[]) as n(u, t)',
        [problemId, opened.map((task) => task.leadUnitId), opened.map((task) => task.id)],
      );
      await this.audit.record(tx, {
        act: 'common_problem.self_check',
        subject: { type: 'common_problem', id: problemId },
        about: inspectionId,
        by,
        facts: { units: units.length },
      });
    });
  }
}

/** Against the rule it takes a reason. */
function refuseUnreasoned(suggested: SpreadClass, cause: string): void {
  if (suggested === 'individual' && cause === '')
    throw findingFault('isIndividual', {}, [{ path: 'cause', message: 'is wanted', constraint: 'said' }]);
}
