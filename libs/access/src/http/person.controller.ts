import { Controller, Get, Query } from '@nestjs/common';
import { type Page, PageOf } from '@ducha/http';
import { Act } from '../guard/act.decorator.js';
import { PersonList } from '../people/person-list.query.js';
import { PersonListQuery } from './person-list.dto.js';
import { PersonBrief } from './person.view.js';

/** Persons in posts, for pickers. */
@Controller('persons')
export class PersonController {
  constructor(private readonly persons: PersonList) {}

  /** Persons who hold a post today, without contact data. */
  @Get()
  @Act('person.list')
  @PageOf(PersonBrief)
  list(@Query() query: PersonListQuery): Promise<Page<PersonBrief>> {
    return this.persons.page(query);
  }
}
