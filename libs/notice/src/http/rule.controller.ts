import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { ChannelList } from '../queries/channel-list.query.js';
import { RulesQuery } from '../queries/rules.query.js';
import { SendAgain } from '../usecases/send-again.js';
import { SettleRules } from '../usecases/settle-rules.js';
import { WriteTemplate } from '../usecases/write-template.js';
import { DeliveryQuery, RulesBody, TemplateBody } from './channel.dto.js';
import { DeliveryView, RulesView, TemplateView, WordingView } from './channel.view.js';

/** What the county has settled about notices, and what became of its messages. */
@Controller()
export class RuleController {
  constructor(
    private readonly rules: RulesQuery,
    private readonly settle: SettleRules,
    private readonly templates: WriteTemplate,
    private readonly list: ChannelList,
    private readonly send: SendAgain,
  ) {}

  /** Hours and ways. */
  @Get('notice-rules')
  @Act('notice_rule.read')
  read(): Promise<RulesView> {
    return this.rules.rules();
  }

  /** Settles hours and ways as a whole. */
  @Put('notice-rules')
  @Act('notice_rule.set')
  async set(@Body() { hours, ways }: RulesBody, @By() by: Actor): Promise<RulesView> {
    await this.settle.run({ hours: { ...hours }, ways }, by);
    return this.rules.rules();
  }

  /** The wordings in force. */
  @Get('notice-templates')
  @Act('notice_rule.read')
  wordings(): Promise<TemplateView[]> {
    return this.rules.templates();
  }

  /** Writes a further edition of one. */
  @Post('notice-templates')
  @Act('notice_rule.set')
  @HttpCode(204)
  write(@Body() body: TemplateBody, @By() by: Actor): Promise<void> {
    return this.templates.run(body, by);
  }

  /** Shows one with example values. */
  @Post('notice-templates/preview')
  @Act('notice_rule.set')
  @HttpCode(200)
  preview(@Body() body: TemplateBody): Promise<WordingView> {
    return this.templates.preview(body);
  }

  /** What became of messages. */
  @Get('notice-deliveries')
  @Act('notice_delivery.read')
  @PageOf(DeliveryView)
  deliveries(@Query() query: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.list.deliveries(query);
  }

  /** Sends a parked one again. */
  @Post('notice-deliveries/:id/retry')
  @Act('notice_channel.keep')
  @HttpCode(204)
  retry(@Param('id', ParseUUIDPipe) id: string, @IfMatch() version: number, @By() by: Actor): Promise<void> {
    return this.send.retry(id, version, by);
  }
}
