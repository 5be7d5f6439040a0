import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { statesThatAllow } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { assignmentLifecycle } from '../domain/assignment-lifecycle.js';
import { RollUp } from './roll-up.js';
import { TaskClocks } from './task-clocks.js';

/** What became of each assignment that was to be signed for. */
export interface Signing {
  readonly signed: string[];
  readonly skipped: { readonly id: string; readonly code: string }[];
}

interface SigningOptions {
  readonly seenVersions?: ReadonlyMap<string, number>;
  readonly dryRun?: boolean;
}

interface Candidate {
  id: string;
  version: number;
  state: string;
  suspended: boolean;
  ended: boolean;
}

interface Signed {
  id: string;
  task_id: string;
  unit_id: string;
  duty: string;
  predecessor_id: string | null;
}

/**
 * A unit takes its assignments, one or many in one act (签收). The lead's signature sets the task under way; a successor's
 * signature ends the first receiver's responsibility.
 */
@Injectable()
export class SignAssignments {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly rollUp: RollUp,
    private readonly clocks: TaskClocks,
  ) {}

  /**
   * @param seenVersions versions the caller saw, by id; one that moved on is skipped
   * @param dryRun       judges by the same rules and writes nothing: `signed` are those that would be
   */
  run(
    ids: readonly string[],
    by: Actor,
    { seenVersions = new Map(), dryRun = false }: SigningOptions = {},
  ): Promise<Signing> {
    return this.store.transaction(async (tx) => {
      const candidates = new Map((await this.candidates(tx, ids, { by, dryRun })).map((one) => [one.id, one]));
      const skipped: { id: string; code: string }[] = [];
      for (const id of ids) {
        const code = refusalOf(candidates.get(id), seenVersions.get(id));
        if (code !== undefined) skipped.push({ id, code });
      }
      const refused = new Set(skipped.map(({ id }) => id));
      const wanted = [...candidates.values()].filter(({ id }) => !refused.has(id));
      if (dryRun) return { signed: wanted.map(({ id }) => id), skipped };
      const signed = await this.sign(tx, wanted, by);
      const won = new Set(signed.map(({ id }) => id));
      for (const { id } of wanted) if (!won.has(id)) skipped.push({ id, code: 'task.assignmentMoveRefused' });
      return { signed: [...won], skipped };
    });
  }

  /** Tasks are locked before their assignments, as by everybody who ends a task: two such acts wait, and never for each other. */
  private candidates(
    tx: EntityManager,
    ids: readonly string[],
    { by, dryRun }: { readonly by: Actor; readonly dryRun: boolean },
  ): Promise<Candidate[]> {
    const params = new SqlParams();
    return tx.query<Candidate[]>(
      `select a.id, a.version, a.state, t.suspended_at is not null as suspended, t.state in ('closed', 'effective', 'cancelled') as ended
       from assignment a join task t on t.id = a.task_id where a.id = any(${params.add(ids)}::uuid[]) and ${scopeSql('assignment.sign', by, 'a', params)}${dryRun ? '' : ' order by t.id for update of t'}`,
      params.values,
    );
  }

  private async sign(tx: EntityManager, wanted: readonly Candidate[], by: Actor): Promise<Signed[]> {
    if (wanted.length === 0) return [];
    const [signed] = await tx.query<[Signed[], number]>(
      `update assignment a set state = 'signed', signed_at = now(), signed_by = $3, version = a.version + 1
       from unnest($1::uuid[], $2::int[]) as seen(id, version)
       where a.id = seen.id and a.version = seen.version and a.state = 'delivered' returning a.id, a.task_id, a.unit_id, a.duty, a.predecessor_id`,
      [wanted.map(({ id }) => id), wanted.map(({ version }) => version), by.personId],
    );
    await this.audit.record(
      tx,
      ...signed.map(({ id, task_id: about, unit_id: unitId }) => ({
        act: 'assignment.sign',
        subject: { type: 'assignment', id },
        about,
        by,
        from: 'delivered',
        to: 'signed',
        facts: { unitId },
      })),
    );
    await this.endPredecessors(tx, signed, by);
    await this.startTasks(tx, signed, by);
    await this.clocks.follow(tx, [...new Set(signed.map(({ task_id: taskId }) => taskId))], by);
    return signed;
  }

  /** Whoever gave the task away stays responsible until here. A lead's successor becomes the task's lead unit. */
  private async endPredecessors(tx: EntityManager, signed: readonly Signed[], by: Actor): Promise<void> {
    const successors = signed.filter(({ predecessor_id: predecessor }) => predecessor !== null);
    if (successors.length === 0) return;
    const [moved] = await tx.query<[{ id: string; task_id: string }[], number]>(
      `update assignment set state = 'moved', ended_at = now(), version = version + 1 where id = any($1) and state = any($2) returning id, task_id`,
      [
        successors.map(({ predecessor_id: predecessor }) => predecessor),
        statesThatAllow(assignmentLifecycle, 'successor_signed'),
      ],
    );
    await this.audit.record(
      tx,
      ...moved.map(({ id, task_id: about }) => ({
        act: 'assignment.successor_signed',
        subject: { type: 'assignment', id },
        about,
        by,
        from: 'moving',
        to: 'moved',
      })),
    );
    const leads = successors.filter(({ duty }) => duty === 'lead');
    await tx.query(
      `update task t set lead_unit_id = s.unit_id from unnest($1::uuid[], $2::uuid[]) as s(task_id, unit_id) where t.id = s.task_id`,
      [leads.map(({ task_id: task }) => task), leads.map(({ unit_id: unit }) => unit)],
    );
  }

  private async startTasks(tx: EntityManager, signed: readonly Signed[], by: Actor): Promise<void> {
    const led = signed.filter(({ duty }) => duty === 'lead').map(({ task_id: task }) => task);
    if (led.length === 0) return;
    const [started] = await tx.query<[{ id: string; parent_id: string | null }[], number]>(
      `update task set state = 'under_way', version = version + 1 where id = any($1) and state = 'dispatched' returning id, parent_id`,
      [led],
    );
    await this.audit.record(
      tx,
      ...started.map(({ id }) => ({
        act: 'task.sign',
        subject: { type: 'task', id },
        by,
        from: 'dispatched',
        to: 'under_way',
      })),
    );
    // in one order everywhere, so that units that sign at the same moment cannot block each other for ever
    const parents = new Set(started.flatMap(({ parent_id: id }) => id ?? []));
    for (const parent of [...parents].sort()) await this.rollUp.after(tx, parent, by);
  }
}

function refusalOf(candidate: Candidate | undefined, seenVersion: number | undefined): string | undefined {
  if (!candidate) return 'task.assignmentNotFound';
  if (seenVersion !== undefined && seenVersion !== candidate.version) return 'http.preconditionFailed';
  if (candidate.suspended) return 'task.suspended';
  return candidate.ended || candidate.state !== 'delivered' ? 'task.assignmentMoveRefused' : undefined;
}
