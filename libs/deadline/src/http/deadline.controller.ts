import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { Act } from '@ducha/access';
import { PreviewDeadline } from '../queries/preview-deadline.js';
import { DeadlinePreviewBody } from './deadline.dto.js';
import { DeadlinePreviewView } from './deadline.view.js';

/** When a time limit would be over. */
@Controller()
export class DeadlineController {
  constructor(private readonly deadlines: PreviewDeadline) {}

  /** Computes the end of a time limit without storing anything. */
  @Post('deadlines/preview')
  @HttpCode(200)
  @Act('deadline.preview')
  preview(@Body() body: DeadlinePreviewBody): Promise<DeadlinePreviewView> {
    return this.deadlines.run(body);
  }
}
