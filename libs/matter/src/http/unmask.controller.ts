import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { Act, type Actor, By, Fresh } from '@ducha/access';
import { RepeatSafe, Whole } from '@ducha/http';
import { UnmaskMatter } from '../usecases/unmask-matter.js';
import { UnmaskBody } from './unmask.dto.js';
import { UnmaskedView } from './unmask.view.js';

/** Masked personal data of one matter, shown one by one. */
@Controller('matters/:id')
export class UnmaskController {
  constructor(private readonly unmaskMatter: UnmaskMatter) {}

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
}
