import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import type { Actor } from '../actor.js';
import { Act, By, Fresh } from '../guard/act.decorator.js';
import { AccountList } from '../people/account-list.query.js';
import { DisableAccount } from '../people/disable-account.js';
import { MapSubject } from '../people/map-subject.js';
import { AccountListQuery, AccountReasonBody, SubjectBody } from './account.dto.js';
import { AccountView } from './account.view.js';

/** Accounts, for the administrators. */
@Controller('accounts')
export class AccountController {
  constructor(
    private readonly accounts: AccountList,
    private readonly access: DisableAccount,
    private readonly subjects: MapSubject,
  ) {}

  /** Accounts by account name. */
  @Get()
  @Act('account.read')
  @PageOf(AccountView)
  list(@Query() query: AccountListQuery): Promise<Page<AccountView>> {
    return this.accounts.page(query);
  }

  /** Disables an account; its sessions and access tokens end at once. */
  @Post(':id/disable')
  @Act('account.disable')
  @HttpCode(204)
  disable(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: AccountReasonBody,
  ): Promise<void> {
    return this.access.disable(by, id, version, reason);
  }

  /** Lets a disabled account in again. */
  @Post(':id/enable')
  @Act('account.disable')
  @Fresh()
  @HttpCode(204)
  enable(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { reason }: AccountReasonBody,
  ): Promise<void> {
    return this.access.enable(by, id, version, reason);
  }

  /** Says who the person is at the identity provider. */
  @Put(':id/subject')
  @Act('account.map')
  @Fresh()
  @HttpCode(204)
  map(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { subject }: SubjectBody,
  ): Promise<void> {
    return this.subjects.run(by, id, version, subject);
  }
}
