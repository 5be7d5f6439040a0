import { Injectable } from '@nestjs/common';
import { type Actor, PersonNames, unitRoles } from '@ducha/access';
import { EvidenceLinks } from '@ducha/evidence';
import { MatterPage } from '@ducha/matter';
import { Store } from '@ducha/store';
import { AssignmentPapers, type TaskBrief, TaskPage } from '@ducha/task';
import { productVersion } from '../product-version.js';
import { CaseActs } from './case-acts.query.js';
import type { CasePaper, CaseRecord, CaseTask } from './case-record.js';
import { paperPath, papersIn } from './papers-in.js';

interface CountyFacts {
  county: string;
  bureau: string;
  at: Date;
}

/** Collects one matter from the same pages that its reader may open: nothing is in a case file that a page would hide. */
@Injectable()
export class CaseRecords {
  constructor(
    private readonly store: Store,
    private readonly matters: MatterPage,
    private readonly tasks: TaskPage,
    private readonly unitPapers: AssignmentPapers,
    private readonly evidence: EvidenceLinks,
    private readonly acts: CaseActs,
    private readonly names: PersonNames,
  ) {}

  /** @throws Fault `matter.notFound` */
  async of(matterId: string, by: Actor): Promise<CaseRecord> {
    const matter = await this.matters.read(matterId, by);
    const tasks = await this.tasksOf(matter.tasks, by);
    const papers = await this.papers({ matter, tasks }, by);
    const taskIds = tasks.map(({ id }) => id);
    const acts = await this.acts.of(
      matterId,
      taskIds,
      papers.map(({ id }) => id),
      by,
    );
    const { at, ...names } = await this.county();
    const head = { kind: 'ducha-case-file', format: 1, product: productVersion(), ...names } as const;
    return { ...head, madeAt: at.toISOString(), madeBy: await this.maker(by, at), matter, tasks, acts, papers };
  }

  /** The tasks with their sub-tasks, each once. */
  private async tasksOf(briefs: readonly TaskBrief[], by: Actor): Promise<CaseTask[]> {
    const found = new Map<string, CaseTask>();
    const waiting = briefs.map(({ id }) => id);
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      if (found.has(id)) continue;
      const view = await this.tasks.of(id, by);
      const units = unitRoles.includes(by.role) ? [...new Set(view.assignments.map(({ unit }) => unit.id))] : null;
      found.set(id, { ...view, reports: await this.unitPapers.reportsOf(id, units) });
      waiting.push(...view.children.map((child) => child.id));
    }
    return [...found.values()];
  }

  private async papers(record: object, by: Actor): Promise<CasePaper[]> {
    const papers: CasePaper[] = [];
    for (const id of papersIn(record)) {
      const file = await this.evidence.served(id, by);
      papers.push({ id, path: paperPath(papers.length + 1, file.fileName), ...file });
    }
    return papers;
  }

  private async county(): Promise<CountyFacts> {
    const row = await this.store.queryOne<CountyFacts>(
      `select coalesce((select value ->> 'name' from county_setting where name = 'county'), '') as county,
         coalesce((select value ->> 'bureauName' from county_setting where name = 'county'), '督查局') as bureau, now() as at`,
    );
    return row ?? { county: '', bureau: '', at: new Date(0) };
  }

  private async maker(by: Actor, at: Date): Promise<CaseRecord['madeBy']> {
    const persons = await this.names.ofPersons([by.personId]);
    const posts = await this.names.ofActs([{ id: by.postId, postId: by.postId, at }]);
    const post = posts.get(by.postId);
    return { name: persons.get(by.personId)?.name ?? '', title: post?.title ?? '', unit: post?.unit ?? '' };
  }
}
