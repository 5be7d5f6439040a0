import { Injectable } from '@nestjs/common';
import { decodeCursor, type Page, pageOf, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { Findings } from '../domain/standard/clause.js';
import { evaluate } from '../domain/standard/evaluate.js';
import type { ResultListQuery } from '../http/standard.dto.js';
import type { FlipView, ReevaluationView, ResultView } from '../http/standard.view.js';
import { inspectionFault } from '../inspection-faults.js';
import { versionsOf } from './standard-rows.js';

type ResultRow = ResultView & { readonly findings: Findings };

const most = 20_000;
const mostFlips = 500;
const resultSql = `
  select r.id, r.number, jsonb_build_object('id', u.id, 'shortName', u.short_name) as unit, r.site, r.verdict, r.score, r.found_at as "foundAt", r.findings
  from standard_result r join unit u on u.id = r.unit_id
  where r.standard_id = $1 and ($2::uuid is null or r.unit_id = $2)`;

/** What was found by a standard, and what another version would make of it. */
@Injectable()
export class StandardResults {
  constructor(private readonly store: Store) {}

  /** Newest first. @throws Fault `inspection.standardNotFound` */
  async page(standardId: string, query: ResultListQuery): Promise<Page<ResultView>> {
    const limit = pageSize(query);
    const after = decodeCursor(query.cursor, 'id')?.[0] ?? null;
    await this.refuseUnknown(standardId);
    const rows = await this.store.query<ResultRow>(
      `${resultSql} and ($3::uuid is null or r.id < $3) order by r.id desc limit $4`,
      [standardId, query.unitId ?? null, after, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      ({ findings: _, ...row }) => row,
      ({ id }) => [id],
    );
  }

  /**
   * Evaluates what was found by other versions under this one; nothing is changed.
   * @throws Fault `inspection.standardNotFound`, `inspection.versionNotFound`, `inspection.tooManyResults`
   */
  async under(standardId: string, number: number, unitId: string | null): Promise<ReevaluationView> {
    await this.refuseUnknown(standardId);
    const version = (await versionsOf(this.store.manager, standardId)).find((one) => one.number === number);
    if (!version) throw inspectionFault('versionNotFound');
    const rows = await this.store.query<ResultRow>(
      `${resultSql} and r.number <> $3 order by r.id desc limit ${most + 1}`,
      [standardId, unitId, number],
    );
    if (rows.length > most) throw inspectionFault('tooManyResults');
    const flips = rows.flatMap((row): FlipView[] => {
      const { verdict: to, unmet, missing } = evaluate(version, row.findings);
      if (to === row.verdict) return [];
      const { id: resultId, unit, site, verdict: from } = row;
      return [{ resultId, unit, site, number: row.number, from, to, unmet: [...unmet], missing: [...missing] }];
    });
    return { number, evaluated: rows.length, flipped: flips.length, flips: flips.slice(0, mostFlips) };
  }

  private async refuseUnknown(id: string): Promise<void> {
    const found = await this.store.queryOne('select 1 from standard where id = $1', [id]);
    if (!found) throw inspectionFault('standardNotFound');
  }
}
