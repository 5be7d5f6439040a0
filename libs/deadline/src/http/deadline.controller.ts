import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Act } from '@ducha/access';
import { lawProfileInForce, lawProfileViews, previewDeadline } from './deadline-views.js';
import { DeadlinePreviewBody, LawProfileInForceQuery, LawProfileQuery } from './deadline.dto.js';
import { DeadlinePreviewView, LawProfileView } from './deadline.view.js';

/** What the law says about time, and when a time limit would be over. */
@Controller()
export class DeadlineController {
  /** The law profiles, all or those for one kind of matter. */
  @Get('law-profiles')
  @Act('law_profile.read')
  profiles(@Query() { kind }: LawProfileQuery): LawProfileView[] {
    return lawProfileViews(kind);
  }

  /** The law profile of a kind of matter at a place on a day: that of the nearest place. */
  @Get('law-profiles/in-force')
  @Act('law_profile.read')
  inForce(@Query() query: LawProfileInForceQuery): LawProfileView {
    return lawProfileInForce(query);
  }

  /** Computes the end of a time limit without storing anything. */
  @Post('deadlines/preview')
  @HttpCode(200)
  @Act('deadline.preview')
  preview(@Body() body: DeadlinePreviewBody): DeadlinePreviewView {
    return previewDeadline(body);
  }
}
