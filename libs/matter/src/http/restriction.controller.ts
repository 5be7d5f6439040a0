import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { IfMatch, RepeatSafe, Whole } from '@ducha/http';
import { MatterPage } from '../queries/matter-page.query.js';
import { ReadSource } from '../usecases/read-source.js';
import { RestrictMatter } from '../usecases/restrict-matter.js';
import { restrictionOf } from './commands.js';
import { MatterReasonBody } from './matter.dto.js';
import { MatterView } from './matter.view.js';
import { RestrictionBody } from './restriction.dto.js';
import { ProtectedSourcesView } from './source.view.js';

/** Accusations and protected sources. */
@Controller('matters/:id')
export class RestrictionController {
  constructor(
    private readonly restrictMatter: RestrictMatter,
    private readonly readSource: ReadSource,
    private readonly pages: MatterPage,
  ) {}

  /** Makes a received matter an accusation that only goes the restricted way. */
  @Post('restrict')
  @HttpCode(200)
  @Act('matter.restrict', 'id')
  async restrict(
    @Param('id', ParseUUIDPipe) matterId: string,
    @IfMatch() version: number,
    @Body() body: RestrictionBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    await this.restrictMatter.run({ matterId, version, restriction: restrictionOf(body), by });
    return this.pages.read(matterId, by);
  }

  /** Who the protected signatories are, for the two named officers; recorded with the reason. */
  @Post('source')
  @HttpCode(200)
  @Act('source.read', 'id')
  @Fresh()
  @RepeatSafe()
  @Whole()
  async source(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<ProtectedSourcesView> {
    return { sources: await this.readSource.run(matterId, reason, by) };
  }
}
