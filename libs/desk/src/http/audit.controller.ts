import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { Acts, ExportAnchor, type RecordedAct, verifyPiece } from '@ducha/audit';
import { decodeCursor, type Page, PageOf, pageOf, pageSize, RepeatSafe } from '@ducha/http';
import { Store } from '@ducha/store';
import { AuditQuery, VerifyChainBody } from './audit.dto.js';
import { AnchorView, AuditActView, VerifiedPieceView } from './audit.view.js';

/** The audit record, for those who watch the watchers. */
@Controller('audit')
export class AuditController {
  constructor(
    private readonly acts: Acts,
    private readonly store: Store,
    private readonly exportAnchor: ExportAnchor,
  ) {}

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
      ...(query.from !== undefined && { from: query.from }),
      ...(query.to !== undefined && { to: query.to }),
      ...(query.refused !== undefined && { refused: true }),
    };
    const rows = await this.acts.search(
      filter,
      before ? { at: String(before[0]), id: String(before[1]) } : null,
      limit + 1,
    );
    return pageOf(rows, limit, viewOf, ({ atKey, id }) => [atKey, id]);
  }

  /** Verifies the next links of the chain, at most 20,000; the asker goes on from where it ended. */
  @Post('verify')
  @Act('audit.verify')
  @RepeatSafe()
  @HttpCode(200)
  async verify(@Body() { after, anchors }: VerifyChainBody): Promise<VerifiedPieceView> {
    return verifyPiece(this.store, { after, anchors });
  }

  /** Exports the present end of the chain, to be kept outside. */
  @Post('anchors')
  @Act('audit.verify')
  @HttpCode(200)
  anchor(@By() by: Actor): Promise<AnchorView> {
    return this.exportAnchor.run(by);
  }
}

function viewOf(act: RecordedAct): AuditActView {
  const { id, seq, at, act: name, subjectType, subjectId, aboutId, personId, role, from, to, facts } = act;
  return { id, seq, at, act: name, subjectType, subjectId, aboutId, personId, role, from, to, facts };
}
