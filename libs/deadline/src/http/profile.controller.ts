import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch } from '@ducha/http';
import { ProfileHistory } from '../queries/profile-history.query.js';
import { KeepProfiles } from '../usecases/keep-profiles.js';
import { LawProfileInForceQuery, LawProfileQuery } from './deadline.dto.js';
import { LawProfileRevisionView, LawProfileView, ProfilePreviewView } from './deadline.view.js';
import { NewProfileBody, ProfileTextBody } from './profile.dto.js';
import { profileOfBody } from './profile-views.js';

/** What the law says about time. */
@Controller('law-profiles')
export class ProfileController {
  constructor(
    private readonly profiles: ProfileHistory,
    private readonly keep: KeepProfiles,
  ) {}

  /** The law profiles of today, all or those for one kind of matter. */
  @Get()
  @Act('law_profile.read')
  list(@Query() { kind }: LawProfileQuery): Promise<LawProfileView[]> {
    return this.profiles.list(kind);
  }

  /** The law profile of a kind of matter at a place on a day: that of the nearest place. */
  @Get('in-force')
  @Act('law_profile.read')
  inForce(@Query() { kind, place, on }: LawProfileInForceQuery): Promise<LawProfileView> {
    return this.profiles.inForce(kind, place, on);
  }

  /** One law profile in its text of today. */
  @Get(':code')
  @Act('law_profile.read', 'code')
  one(@Param('code') code: string): Promise<LawProfileView> {
    return this.profiles.one(code);
  }

  /** Its texts, the newest first. */
  @Get(':code/revisions')
  @Act('law_profile.read', 'code')
  revisions(@Param('code') code: string): Promise<LawProfileRevisionView[]> {
    return this.profiles.revisions(code);
  }

  /** A law profile of the county's own. */
  @Post()
  @Act('law_profile.keep')
  async begin(@Body() { code, ...text }: NewProfileBody, @By() by: Actor): Promise<LawProfileView> {
    await this.keep.begin(profileOfBody(code, text), by);
    return this.profiles.one(code);
  }

  /** What another text would do to time limits that are running; stores nothing. */
  @Post(':code/preview')
  @HttpCode(200)
  @Act('law_profile.keep', 'code')
  async preview(@Param('code') code: string, @Body() text: ProfileTextBody): Promise<ProfilePreviewView> {
    await this.profiles.one(code);
    return { clocks: await this.keep.preview(profileOfBody(code, text)) };
  }

  /** Another text, as a new revision; `If-Match` names the revision that was seen. */
  @Put(':code')
  @Act('law_profile.keep', 'code')
  async edit(
    @Param('code') code: string,
    @IfMatch() seen: number,
    @Body() text: ProfileTextBody,
    @By() by: Actor,
  ): Promise<LawProfileView> {
    await this.profiles.one(code);
    await this.keep.edit(profileOfBody(code, text), seen, by);
    return this.profiles.one(code);
  }

  /** Back to the text that comes with the product. */
  @Post(':code/withdraw')
  @HttpCode(200)
  @Act('law_profile.keep', 'code')
  async withdraw(@Param('code') code: string, @IfMatch() seen: number, @By() by: Actor): Promise<LawProfileView> {
    await this.keep.withdraw(code, seen, by);
    return this.profiles.one(code);
  }
}
