import { Controller, Get } from '@nestjs/common';
import { Act } from '@ducha/access';
import { kindViews } from '../queries/kind-views.js';
import { MatterKindView } from './kind.view.js';

/** The kinds of matters. */
@Controller('matter-kinds')
export class KindController {
  /** Every kind with its own fields and rules, in the order in which offices name them. */
  @Get()
  @Act('matter.kinds')
  all(): MatterKindView[] {
    return [...kindViews];
  }
}
