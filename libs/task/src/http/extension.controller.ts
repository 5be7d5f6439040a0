import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Act, type Actor, By } from '@ducha/access';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import { Extensions } from '../queries/extensions.query.js';
import { AskExtension } from '../usecases/ask-extension.js';
import { DecideExtension } from '../usecases/decide-extension.js';
import { WithdrawExtension } from '../usecases/withdraw-extension.js';
import { ExtensionBody, ExtensionDecisionBody, ExtensionQuery } from './extension.dto.js';
import { ExtensionsView, ExtensionView } from './extension.view.js';

/** More time: asked for by a unit, decided by another person on the supervisors’ side. */
@Controller()
export class ExtensionController {
  constructor(
    private readonly extensions: Extensions,
    private readonly askExtension: AskExtension,
    private readonly decideExtension: DecideExtension,
    private readonly withdrawExtension: WithdrawExtension,
  ) {}

  /** Requests for more time, of shares the reader may read. */
  @Get('extensions')
  @Act('assignment.list')
  @PageOf(ExtensionView)
  list(@Query() query: ExtensionQuery, @By() by: Actor): Promise<Page<ExtensionView>> {
    return this.extensions.page(query, by);
  }

  /** The requests of a task, and how much more time the law leaves room for. */
  @Get('tasks/:id/extensions')
  @Act('task.read', 'id')
  ofTask(@Param('id') id: string, @By() by: Actor): Promise<ExtensionsView> {
    return this.extensions.ofTask(id, by);
  }

  /** Asks for more time, before the time is over (延期申请). */
  @Post('assignments/:id/extensions')
  @Act('extension.ask', 'id')
  async ask(
    @Param('id') id: string,
    @Body() { reason, progress, dueAt }: ExtensionBody,
    @By() by: Actor,
  ): Promise<ExtensionView> {
    const asked = { assignmentId: id, reason, progress, dueAt: new Date(dueAt), by };
    return this.extensions.one(await this.askExtension.run(asked), by);
  }

  /** Grants more time, as asked or until another date, or refuses it; never one’s own request. */
  @Post('assignments/:id/extensions/:extensionId/decide')
  @Act('extension.decide', 'id')
  @HttpCode(200)
  async decide(
    @Param('id') id: string,
    @Param('extensionId', ParseUUIDPipe) extensionId: string,
    @IfMatch() version: number,
    @Body() { decision, dueAt, words }: ExtensionDecisionBody,
    @By() by: Actor,
  ): Promise<ExtensionView> {
    const date = dueAt === undefined ? null : new Date(dueAt);
    await this.decideExtension.run({
      ...{ assignmentId: id, extensionId, version, decision, by },
      dueAt: decision === 'grant' ? date : null,
      words: words ?? null,
    });
    return this.extensions.one(extensionId, by);
  }

  /** The unit takes its request back. */
  @Post('assignments/:id/extensions/:extensionId/withdraw')
  @Act('extension.ask', 'id')
  @HttpCode(200)
  async withdraw(
    @Param('id') id: string,
    @Param('extensionId', ParseUUIDPipe) extensionId: string,
    @IfMatch() version: number,
    @By() by: Actor,
  ): Promise<ExtensionView> {
    await this.withdrawExtension.run(id, extensionId, version, by);
    return this.extensions.one(extensionId, by);
  }
}
