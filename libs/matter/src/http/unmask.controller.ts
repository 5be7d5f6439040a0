import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { RepeatSafe, Whole } from '@ducha/http';
import { MatterPage } from '../queries/matter-page.query.js';
import { HoldMatter } from '../usecases/hold-matter.js';
import { UnmaskMatter } from '../usecases/unmask-matter.js';
import { HoldBody } from './hold.dto.js';
import { MatterReasonBody } from './matter.dto.js';
import { MatterView } from './matter.view.js';
import { UnmaskBody } from './unmask.dto.js';
import { UnmaskedView } from './unmask.view.js';

/** Personal data of one matter: shown one by one, and kept from its end. */
@Controller('matters/:id')
export class UnmaskController {
  constructor(
    private readonly unmaskMatter: UnmaskMatter,
    private readonly holdMatter: HoldMatter,
    private readonly pages: MatterPage,
  ) {}

  /** A signatory's contact, or the texts of the matter, as they are; recorded with the reason and counted per day. */
  @Post('unmask')
  @HttpCode(200)
  @Act('matter.unmask', 'id')
  @Fresh()
  @RepeatSafe()
  @Whole()
  unmask(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { signatoryId = null, reason, words }: UnmaskBody,
    @By() by: Actor,
  ): Promise<UnmaskedView> {
    return this.unmaskMatter.run({ matterId, signatoryId, reason, words, by });
  }

  /** Keeps everything of the matter from being purged. */
  @Post('hold')
  @HttpCode(200)
  @Act('matter.hold', 'id')
  async hold(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { basis, reason }: HoldBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    await this.holdMatter.hold(matterId, basis, reason, by);
    return this.pages.read(matterId, by);
  }

  /** Lets it be purged again when its time comes. */
  @Post('release')
  @HttpCode(200)
  @Act('matter.hold', 'id')
  async release(
    @Param('id', ParseUUIDPipe) matterId: string,
    @Body() { reason }: MatterReasonBody,
    @By() by: Actor,
  ): Promise<MatterView> {
    await this.holdMatter.release(matterId, reason, by);
    return this.pages.read(matterId, by);
  }
}
