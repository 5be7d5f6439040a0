import { Injectable } from '@nestjs/common';
import { SlipLevels } from '@ducha/deadline';
import { Store } from '@ducha/store';
import type { SupervisionSlipView } from '../http/slip.view.js';
import { PdfPrinter } from '@ducha/paper';
import { slipDocument } from '../paper/slip-paper.js';

interface Head {
  readonly county: string | null;
  readonly bureau: string | null;
  readonly demand: string;
}

const headSql = `
  select (select value ->> 'name' from county_setting where name = 'county') as county,
    (select value ->> 'bureauName' from county_setting where name = 'county') as bureau, t.demand
  from task t where t.id = $1`;

/** So much of the task’s demand stands on a slip. */
const mostDemand = 300;

/** A slip as a PDF. */
@Injectable()
export class SlipPaperQuery {
  constructor(
    private readonly store: Store,
    private readonly levels: SlipLevels,
    private readonly printer: PdfPrinter,
  ) {}

  async of(slip: SupervisionSlipView): Promise<Buffer> {
    const head = await this.store.queryOne<Head>(headSql, [slip.taskId]);
    const { levels } = await this.levels.read();
    const demand = head?.demand ?? '';
    const { number, nameZh, colour, level, taskNumber, taskTitle, clockKind, dueAt, servedAt, replyDueAt, basis } =
      slip;
    const paper = slipDocument({
      ...{ number, nameZh, colour, level, taskNumber, taskTitle, clockKind, dueAt, servedAt, replyDueAt },
      sender: `${head?.county ?? ''}${head?.bureau ?? '督查局'}`,
      levels: Math.max(level, levels.length),
      unit: slip.unit.shortName,
      demand: demand.length > mostDemand ? `${demand.slice(0, mostDemand)}……` : demand,
      basis: basis && `${basis.titleZh}${basis.article === '—' ? '' : basis.article}`,
      officer: slip.sender?.name ?? null,
      withdrawn: slip.state === 'withdrawn',
    });
    return this.printer.print(paper);
  }
}
