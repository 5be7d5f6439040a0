import { Controller, Get, Query } from '@nestjs/common';
import { Act } from '@ducha/access';
import { type Page, PageOf } from '@ducha/http';
import { SiteList } from '../../queries/frame/site-list.query.js';
import { PostingListQuery, SiteListQuery } from './site.dto.js';
import { PostingView, SiteView } from './site.view.js';

/** The frame that is drawn from, and who is posted where. */
@Controller()
export class SiteController {
  constructor(private readonly frame: SiteList) {}

  /** Sites of today. */
  @Get('sites')
  @Act('frame.read')
  @PageOf(SiteView)
  sites(@Query() query: SiteListQuery): Promise<Page<SiteView>> {
    return this.frame.sites(query);
  }

  /** Postings with their history, newest first. */
  @Get('postings')
  @Act('frame.read')
  @PageOf(PostingView)
  postings(@Query() query: PostingListQuery): Promise<Page<PostingView>> {
    return this.frame.postings(query);
  }
}
