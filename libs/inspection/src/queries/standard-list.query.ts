import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { decodeCursor, type Page, pageOf, type PageQuery, pageSize } from '@ducha/http';
import { Store } from '@ducha/store';
import type { StandardBrief, StandardVersionView, StandardView } from '../http/standard.view.js';
import { inspectionFault } from '../inspection-faults.js';
import { inForceOn, today, type VersionRow, versionsOf } from './standard-rows.js';

const briefSql = `
  select s.id, s.version, s.code, s.name,
    (select v.number from standard_version v where v.standard_id = s.id and v.state = 'published' and v.effective_from <= $1::date
     order by v.effective_from desc limit 1) as "inForce",
    exists (select 1 from standard_version v where v.standard_id = s.id and v.state = 'drafted') as "hasDraft"
  from standard s`;

/** Standards and their versions. */
@Injectable()
export class StandardList {
  constructor(private readonly store: Store) {}

  /** By code. A draft is the bureau's own business. */
  async page(query: PageQuery, by: Actor): Promise<Page<StandardBrief>> {
    const limit = pageSize(query);
    const [code, id] = decodeCursor(query.cursor, 'text', 'id') ?? [null, null];
    const rows = await this.store.query<StandardBrief>(
      `${briefSql} where ($2::text is null or (s.code, s.id) > ($2, $3::uuid)) order by s.code, s.id limit $4`,
      [await today(this.store.manager), code, id, limit + 1],
    );
    return pageOf(
      rows,
      limit,
      (row) => ({ ...row, hasDraft: row.hasDraft && mayEver('standard.draft', by) }),
      (row) => [row.code, row.id],
    );
  }

  /** @throws Fault `inspection.standardNotFound` */
  async one(id: string, by: Actor): Promise<StandardView> {
    const day = await today(this.store.manager);
    const row = await this.store.queryOne<StandardBrief>(`${briefSql} where s.id = $2`, [day, id]);
    if (!row) throw inspectionFault('standardNotFound');
    const versions = await versionsOf(this.store.manager, id);
    const inForce = inForceOn(versions, day);
    const drafts = mayEver('standard.draft', by);
    const shown = versions.filter(({ state }) => drafts || state === 'published');
    const views = shown.map((version) => viewOf(version, version === inForce, by));
    return { ...row, hasDraft: row.hasDraft && drafts, versions: views };
  }
}

function viewOf(version: VersionRow, inForce: boolean, by: Actor): StandardVersionView {
  const { draftedById, ...told } = version;
  const isDraft = version.state === 'drafted';
  const may = {
    edit: mayEver('standard.draft', by),
    publish: mayEver('standard.publish', by) && draftedById !== by.personId,
    discard: mayEver('standard.draft', by),
  };
  const acts = ['edit', 'publish', 'discard'] as const;
  return { ...told, inForce, actions: acts.filter((on) => isDraft && may[on]) };
}
