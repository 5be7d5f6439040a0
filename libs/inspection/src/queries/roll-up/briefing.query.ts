import { Injectable } from '@nestjs/common';
import { PdfPrinter } from '@ducha/paper';
import { Store } from '@ducha/store';
import { type BriefingHead, briefingDocument } from '../../paper/briefing-paper.js';
import { RollUp } from './roll-up.query.js';

const headSql = `
  select (select value ->> 'name' from county_setting where name = 'county') as county,
    (select value ->> 'bureauName' from county_setting where name = 'county') as bureau, o.name as "to", i.purpose, i.scope,
    (select count(*)::int from inspection_group g where g.inspection_id = i.id) as groups,
    (select count(*)::int from inspection_member m where m.inspection_id = i.id) as people
  from inspection i left join person o on o.id = i.opened_by where i.id = $1`;

/** The draft of a briefing, printed. */
@Injectable()
export class Briefing {
  constructor(
    private readonly store: Store,
    private readonly rollUp: RollUp,
    private readonly printer: PdfPrinter,
  ) {}

  /** @throws Fault as `RollUp.of` */
  async of(id: string, against: string | null): Promise<{ readonly name: string; readonly pdf: Buffer }> {
    const sum = await this.rollUp.of(id, against);
    const head = await this.store.queryOne<BriefingHead>(headSql, [id]);
    if (!head) throw new Error('an inspection that was rolled up has a head');
    return { name: `${sum.number}督查快报（草稿）.pdf`, pdf: await this.printer.print(briefingDocument(head, sum)) };
  }
}
