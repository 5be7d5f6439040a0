import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { Inbox } from '../queries/inbox.js';
import { NoticeQuery, ReadBody } from './notice.dto.js';
import { NoticeView, UnreadView } from './notice.view.js';

/** The in-app inbox. */
@Controller('notices')
export class NoticeController {
  constructor(private readonly inbox: Inbox) {}

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
}
