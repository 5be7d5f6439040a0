import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { RepeatSafe } from '@ducha/http';
import type { Actor } from '../actor.js';
import { Act, By, Fresh } from '../guard/act.decorator.js';
import { OwnTokens } from '../tokens/own-tokens.js';
import { TokenBody } from './token.dto.js';
import { MadeTokenView, TokensView } from './token.view.js';

/** My access tokens for machines. */
@Controller('access-tokens')
export class TokenController {
  constructor(private readonly tokens: OwnTokens) {}

  /** My tokens, and the acts that a new one may be given. */
  @Get()
  @Act('access_token.make')
  async list(@By() by: Actor): Promise<TokensView> {
    return { tokens: await this.tokens.list(by), acts: this.tokens.mayBeGiven(by) };
  }

  /** Makes a token for the acting post. */
  @Post()
  @Act('access_token.make')
  @Fresh()
  @RepeatSafe()
  make(@By() by: Actor, @Body() body: TokenBody): Promise<MadeTokenView> {
    return this.tokens.make(by, { ...body, name: body.name.trim() });
  }

  /** Revokes a token. */
  @Delete(':id')
  @Act('access_token.make')
  @HttpCode(204)
  revoke(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.tokens.revoke(by, id);
  }
}
