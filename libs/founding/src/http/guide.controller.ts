import { Controller, Get } from '@nestjs/common';
import { Act } from '@ducha/access';
import { Guide } from '../queries/guide.query.js';
import { GuideView } from './guide.view.js';

/** The guide of a new county. */
@Controller('guide')
export class GuideController {
  constructor(private readonly guide: Guide) {}

  /** Every step from an empty database to the first dispatched task: what is there, what is missing, whose act comes next. */
  @Get()
  @Act('guide.read')
  read(): Promise<GuideView> {
    return this.guide.read();
  }
}
