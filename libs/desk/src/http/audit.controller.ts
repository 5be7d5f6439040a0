import { Controller, Get, Query } from '@nestjs/common';
import { Act } from '@ducha/access';
import { Acts, type RecordedAct } from '@ducha/audit';
import { decodeCursor, type Page, PageOf, pageOf, pageSize } from '@ducha/http';
import { AuditQuery } from './audit.dto.js';
import { AuditActView } from './audit.view.js';

/** The audit record, for those who watch the watchers. */
@Controller('audit')
export class AuditController {
  constructor(private readonly acts: Acts) {}

  /** Recorded acts, newest first. */
  @Get()
  @Act('audit.read')
  @PageOf(AuditActView)
  async list(@Query() query: AuditQuery): Promise<Page<AuditActView>> {
    const before = decodeCursor(query.cursor, 'instant', 'id');
    const limit = pageSize(query);
    const filter = {
      ...(query.act !== undefined && { act: query.act }),
      ...(query.personId !== undefined && { personId: query.personId }),
      ...(query.about !== undefined && { aboutId: query.about }),
    };
    const rows = await this.acts.search(
      filter,
      before ? { at: String(before[0]), id: String(before[1]) } : null,
      limit + 1,
    );
    return pageOf(rows, limit, viewOf, ({ atKey, id }) => [atKey, id]);
  }
}

function viewOf(act: RecordedAct): AuditActView {
  const { id, seq, at, act: name, subjectType, subjectId, aboutId, personId, role, from, to, facts } = act;
  return { id, seq, at, act: name, subjectType, subjectId, aboutId, personId, role, from, to, facts };
}
