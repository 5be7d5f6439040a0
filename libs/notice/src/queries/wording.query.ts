import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { TemplateForm } from '../domain/channel-kind.js';
import { type TemplateTopic, usualWording, type Wording } from '../domain/template.js';

/** The wording in force of each topic and form. */
@Injectable()
export class WordingQuery {
  constructor(private readonly store: Store) {}

  /** The county's last edition, else the usual one. */
  async of(topic: TemplateTopic, form: TemplateForm): Promise<Wording> {
    const own = await this.store.queryOne<Wording>(
      'select zh, en from notice_template where topic = $1 and form = $2 order by edition desc limit 1',
      [topic, form],
    );
    return own ?? usualWording(topic, form);
  }

  /** The bureau's name, as messages sign with it. */
  async county(): Promise<string> {
    const row = await this.store.queryOne<{ name: string | null }>(
      `select coalesce(value ->> 'bureauName', value ->> 'name') as name from county_setting where name = 'county'`,
    );
    return row?.name ?? '督查局';
  }
}
