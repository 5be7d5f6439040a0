import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf, PageQuery, Whole } from '@ducha/http';
import { CallList } from '../queries/call-list.query.js';
import { Inbox } from '../queries/inbox.js';
import { OwnWays } from '../queries/own-ways.query.js';
import { AcknowledgeNotice } from '../usecases/acknowledge-notice.js';
import { NarrowWays } from '../usecases/narrow-ways.js';
import { CallBody, NoticeQuery, OwnWaysBody, ReadBody } from './notice.dto.js';
import { CallView, NoticeView, OwnWaysView, UnreadView } from './notice.view.js';

/** The in-app inbox, and what a person settles for themselves. */
@Controller('notices')
export class NoticeController {
  constructor(
    private readonly inbox: Inbox,
    private readonly ways: OwnWays,
    private readonly narrow: NarrowWays,
    private readonly acknowledgements: AcknowledgeNotice,
    private readonly calls: CallList,
  ) {}

  /** What was said to me and to my unit. */
  @Get()
  @Act('notice.read')
  @PageOf(NoticeView)
  list(@By() by: Actor, @Query() query: NoticeQuery): Promise<Page<NoticeView>> {
    return this.inbox.page(by, query);
  }

  /** How many I have not read. */
  @Get('count')
  @Act('notice.read')
  async count(@By() by: Actor): Promise<UnreadView> {
    return { unread: await this.inbox.unread(by) };
  }

  /** Marks as read. */
  @Post('read')
  @Act('notice.read')
  @HttpCode(200)
  async read(@By() by: Actor, @Body() body: ReadBody): Promise<UnreadView> {
    await this.inbox.read(by, body);
    return { unread: await this.inbox.unread(by) };
  }

  /** By which ways I am reached outside the house. */
  @Get('ways')
  @Act('notice.ways')
  @Whole()
  own(@By() by: Actor): Promise<OwnWaysView> {
    return this.ways.of(by);
  }

  /** Narrows them. */
  @Put('ways')
  @Act('notice.ways')
  @Whole()
  async choose(@By() by: Actor, @Body() { mail, muted }: OwnWaysBody): Promise<OwnWaysView> {
    await this.narrow.run({ mail: mail ?? null, muted }, by);
    return this.ways.of(by);
  }

  /** Who has not acknowledged in time and is to be called, with the number of the people register. */
  @Get('call-list')
  @Act('notice.call')
  @Whole()
  @PageOf(CallView)
  callList(@Query() query: PageQuery): Promise<Page<CallView>> {
    return this.calls.page(query);
  }

  /** I have received it. */
  @Post(':id/acknowledge')
  @Act('notice.read')
  @HttpCode(204)
  acknowledge(@Param('id', ParseUUIDPipe) id: string, @By() by: Actor): Promise<void> {
    return this.acknowledgements.run(id, by);
  }

  /** Notes a telephone call to somebody who has not acknowledged. */
  @Post(':id/calls')
  @Act('notice.call')
  @HttpCode(204)
  call(@Param('id', ParseUUIDPipe) id: string, @Body() body: CallBody, @By() by: Actor): Promise<void> {
    return this.acknowledgements.call(id, body.personId, body.said, by);
  }
}
