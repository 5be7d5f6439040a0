import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { RepeatSafe } from '@ducha/http';
import { IntakeHints } from '../queries/intake-hints.query.js';
import { HintBody } from './hint.dto.js';
import { IntakeHintsView } from './hint.view.js';

/** Hints while a matter is being entered or sorted. In a body, so that the text stands in no address and no log. */
@Controller('matters/hints')
export class HintController {
  constructor(private readonly hints: IntakeHints) {}

  /** What resembles a text, and where it probably belongs. Nothing of it is kept. */
  @Post()
  @HttpCode(200)
  @Act('matter.hints')
  @RepeatSafe()
  of(@Body() body: HintBody, @By() by: Actor): Promise<IntakeHintsView> {
    const { title, kind = null, foreignId = null, matterId = null, category = null } = body;
    const text = { title, body: body.body ?? '', kind, foreignId, matterId, askers: body.askers ?? [] };
    return this.hints.of(text, category, by);
  }
}
