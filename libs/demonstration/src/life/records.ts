import type { EntityManager } from 'typeorm';

/** A task as the next act must know it. */
export interface TaskNow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly number: string | null;
  readonly title: string;
  readonly leadUnitId: string | null;
  readonly assistUnitIds: readonly string[];
  readonly caseOfficerId: string | null;
  readonly principalId: string | null;
  readonly dueAt: Date | null;
}

/** A matter as the next act must know it. */
export interface MatterNow {
  readonly id: string;
  readonly version: number;
  readonly state: string;
  readonly needsTriage: boolean;
}

/** An assignment of the present round that is neither recalled nor moved away. */
export interface AssignmentNow {
  readonly id: string;
  readonly version: number;
  readonly unitId: string;
  readonly duty: 'lead' | 'assist';
  readonly state: string;
}

const taskSql = `
  select id, version, state, number, title, lead_unit_id as "leadUnitId", assist_unit_ids as "assistUnitIds", case_officer_id as "caseOfficerId",
    principal_id as "principalId", due_at as "dueAt" from task`;

/** Reads what the people of the county would see on their pages before they act. */
export class Records {
  constructor(private readonly tx: EntityManager) {}

  async task(id: string): Promise<TaskNow> {
    return one(await this.tx.query<TaskNow[]>(`${taskSql} where id = $1`, [id]));
  }

  /** What somebody of the unit has in hand of an assignment. */
  async errandOf(assignmentId: string): Promise<{ id: string; version: number; personId: string } | undefined> {
    const [errand] = await this.tx.query<{ id: string; version: number; personId: string }[]>(
      `select id, version, person_id as "personId" from errand where assignment_id = $1 and state = 'given'`,
      [assignmentId],
    );
    return errand;
  }

  /** The newest slip of an assignment; undefined while it has none. */
  async slipOf(assignmentId: string): Promise<{ id: string; version: number; state: string } | undefined> {
    const [slip] = await this.tx.query<{ id: string; version: number; state: string }[]>(
      'select id, version, state from slip where assignment_id = $1 order by level desc limit 1',
      [assignmentId],
    );
    return slip;
  }

  /** The task that a matter's registration opened; undefined while it is not registered. */
  async taskOfMatter(matterId: string): Promise<TaskNow | undefined> {
    const tasks = await this.tx.query<TaskNow[]>(
      `${taskSql} where matter_id = $1 and parent_id is null order by id desc limit 1`,
      [matterId],
    );
    return tasks[0];
  }

  async matter(id: string): Promise<MatterNow> {
    return one(
      await this.tx.query<MatterNow[]>(
        'select id, version, state, needs_triage as "needsTriage" from matter where id = $1',
        [id],
      ),
    );
  }

  assignments(taskId: string): Promise<AssignmentNow[]> {
    return this.tx.query<AssignmentNow[]>(
      `select a.id, a.version, a.unit_id as "unitId", a.duty, a.state from assignment a join task t on t.id = a.task_id
       where a.task_id = $1 and a.round = t.round and a.state not in ('recalled', 'moved', 'moving') order by a.duty desc, a.id`,
      [taskId],
    );
  }

  /** The villages of the frame. */
  villages(): Promise<{ id: string; name: string }[]> {
    return this.tx.query(`select id, name from site where kind = 'village'`);
  }

  async versionOfInspection(id: string): Promise<number> {
    return one(await this.tx.query<{ version: number }[]>('select version from inspection where id = $1', [id]))
      .version;
  }

  /** The visit of an inspection to a village. */
  async visit(inspectionId: string, village: string): Promise<{ id: string; version: number }> {
    return one(
      await this.tx.query<{ id: string; version: number }[]>(
        'select v.id, v.version from visit v join site s on s.id = v.site_id where v.inspection_id = $1 and s.name = $2',
        [inspectionId, village],
      ),
    );
  }

  /** The household visits of an inspection in one village, in the order of the households' numbers. */
  householdVisits(inspectionId: string, village: string): Promise<{ id: string; version: number; siteId: string }[]> {
    return this.tx.query(
      `select v.id, v.version, v.site_id as "siteId" from visit v join site s on s.id = v.site_id join site p on p.id = s.parent_id
       where v.inspection_id = $1 and p.name = $2 and s.kind = 'household' order by s.code`,
      [inspectionId, village],
    );
  }

  /** A village of the first unit that is this person's turn on patrol today; undefined where the day has none. */
  async villageOfTurn(inspectionId: string, personId: string): Promise<string | undefined> {
    const [site] = await this.tx.query<{ id: string }[]>(
      `select s.id from patrol_turn t join inspection_member m on m.group_id = t.group_id and m.person_id = $2 join unit u on u.id = t.unit_id
         join site s on s.unit_id = t.unit_id and s.kind = 'village'
       where t.inspection_id = $1 and t.on_day = (now() at time zone 'Asia/Shanghai')::date order by u.sort, s.code limit 1`,
      [inspectionId, personId],
    );
    return site?.id;
  }

  queued(): Promise<{ dispatchId: string; chunk: number }[]> {
    return this.tx.query(`select distinct dispatch_id as "dispatchId", chunk from assignment where state = 'queued'`);
  }

  /** The proposal that waits on a matter. */
  async proposal(matterId: string): Promise<string | undefined> {
    const rows = await this.tx.query<{ id: string }[]>(
      'select id from handling_proposal where matter_id = $1 and decision is null',
      [matterId],
    );
    return rows[0]?.id;
  }
}

function one<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a record of the demonstration county is gone');
  return row;
}
