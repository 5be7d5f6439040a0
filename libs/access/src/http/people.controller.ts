import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { IfMatch, type Page, PageOf } from '@ducha/http';
import type { Actor } from '../actor.js';
import { Act, By } from '../guard/act.decorator.js';
import { KeepPeople } from '../people/keep-people.js';
import { KeepPosts } from '../people/keep-posts.js';
import { PeopleRegister } from '../people/people-register.query.js';
import { PeopleQuery, PersonBody, PersonChangeBody, PostBody, PostEndBody } from './people.dto.js';
import { EnteredView, PersonEntryView } from './people.view.js';

/** The register of people: persons and their posts, kept by the administrator and, for their own people, by unit heads. */
@Controller()
export class PeopleController {
  constructor(
    private readonly register: PeopleRegister,
    private readonly people: KeepPeople,
    private readonly posts: KeepPosts,
  ) {}

  /** Persons by name with the posts of today. */
  @Get('people')
  @Act('people.read')
  @PageOf(PersonEntryView)
  list(@Query() query: PeopleQuery, @By() by: Actor): Promise<Page<PersonEntryView>> {
    return this.register.page(query, by);
  }

  /** Enters a person with the first post. */
  @Post('people')
  @Act('people.manage')
  async enter(@By() by: Actor, @Body() body: PersonBody): Promise<EnteredView> {
    return { id: await this.people.enter(by, body) };
  }

  /** Changes a name or a telephone number. */
  @Patch('people/:id')
  @Act('people.manage')
  @HttpCode(204)
  change(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() body: PersonChangeBody,
  ): Promise<void> {
    return this.people.change(by, id, version, body);
  }

  /** Gives a person another post. */
  @Post('people/:id/posts')
  @Act('people.manage')
  async give(@By() by: Actor, @Param('id', ParseUUIDPipe) id: string, @Body() body: PostBody): Promise<EnteredView> {
    return { id: await this.posts.give(by, id, body) };
  }

  /** Ends a post; the successor takes it over with everything held by name. */
  @Post('posts/:id/end')
  @Act('people.manage')
  @HttpCode(204)
  end(
    @By() by: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @IfMatch() version: number,
    @Body() { successorId }: PostEndBody,
  ): Promise<void> {
    return this.posts.end(by, id, version, successorId ?? null);
  }
}
