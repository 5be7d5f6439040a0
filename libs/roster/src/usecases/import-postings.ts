import { Inject, Injectable } from '@nestjs/common';
import { Audit } from '@ducha/audit';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type KnownPostings, planPostings, type PostingLine, type PostingPlan } from '../domain/posting-plan.js';
import { mostPostings, type PostingColumn, postingHeaders, readPostingLine } from '../sheets/posting-sheet.js';
import { readSheet, type SheetRead } from '../sheets/read-sheet.js';
import { refuseUnagreed, type SheetCommand } from './sheet-command.js';
import { reportOf, type SheetReport } from './sheet-report.js';

const foundSql = `insert into posting (id, person_id, site_id, team, role, from_on, to_on, version)
  select p.id, p."personId", p."siteId", p.team, p.role, p."fromOn", p."toOn", 1
  from jsonb_to_recordset($1::jsonb) as p(id uuid, "personId" uuid, "siteId" uuid, team text, role text, "fromOn" date, "toOn" date)`;

const endedSql = `update posting p set to_on = e."toOn", version = p.version + 1
  from jsonb_to_recordset($1::jsonb) as e(id uuid, "toOn" date) where p.id = e.id`;

/** Takes postings in (驻村): what is over is ended and stays, for three years also as a recusal. */
@Injectable()
export class ImportPostings {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Says what would come of it; writes nothing. @throws Fault `spreadsheet.*` */
  async preview({ file }: SheetCommand): Promise<SheetReport> {
    return (await this.compare(await this.read(file))).report;
  }

  /** @throws Fault `roster.sheetRefused`, `roster.planMoved`, `spreadsheet.*` */
  async run({ file, by }: SheetCommand, digest: string | null): Promise<SheetReport> {
    const sheet = await this.read(file);
    return this.store.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('roster.postings'))`);
      const { report, plan } = await this.compare(sheet);
      refuseUnagreed(report, digest);
      await this.write(tx, plan);
      const { physicalRows: _, ...counts } = report.counts;
      await this.audit.record(tx, { act: 'posting.import', subject: { type: 'posting', id: null }, by, facts: counts });
      return report;
    });
  }

  private async write(tx: EntityManager, { found, ended }: PostingPlan): Promise<void> {
    await tx.query(endedSql, [JSON.stringify(ended)]);
    await tx.query(foundSql, [JSON.stringify(found.map((one) => ({ ...one, id: this.ids.next() })))]);
  }

  private read(file: string | Uint8Array): Promise<SheetRead<PostingLine, PostingColumn>> {
    return readSheet(file, postingHeaders, mostPostings, readPostingLine);
  }

  private async compare(
    sheet: SheetRead<PostingLine, PostingColumn>,
  ): Promise<{ report: SheetReport; plan: PostingPlan }> {
    const plan = planPostings(sheet.lines, await this.known(sheet.lines));
    const planned = { effects: plan.effects, bad: plan.bad, deeds: [plan.found, plan.ended] };
    const said = ({ person, village, team }: PostingLine): { name: string; place: string } => ({
      name: person,
      place: `${village} · ${team}`,
    });
    return { report: reportOf(sheet, planned, said), plan };
  }

  private async known(lines: readonly PostingLine[]): Promise<KnownPostings> {
    const names = [...new Set(lines.map(({ person }) => person.replaceAll(' ', '')))];
    const people = await this.store.query<KnownPostings['people'][number]>(
      `select id, name, phone from person where replace(name, ' ', '') = any($1)`,
      [names],
    );
    const villages = await this.store.query<KnownPostings['villages'][number]>(
      `select id, code, name from site where kind = 'village' and to_at is null`,
    );
    const postings = await this.store.query<KnownPostings['postings'][number]>(
      `select id, person_id as "personId", site_id as "siteId", role, from_on::text as "fromOn", to_on::text as "toOn" from posting where person_id = any($1)`,
      [people.map(({ id }) => id)],
    );
    return { people, villages, postings };
  }
}
