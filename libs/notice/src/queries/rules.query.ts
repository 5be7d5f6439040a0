import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import { templateForms } from '../domain/channel-kind.js';
import { fieldsOf, type TemplateTopic, usualWording } from '../domain/template.js';
import { topics } from '../domain/topic.js';
import type { RulesView, TemplateView } from '../http/channel.view.js';
import { HoursQuery } from './hours.query.js';

/** What the county has settled about notices: hours, ways, wordings. */
@Injectable()
export class RulesQuery {
  constructor(
    private readonly store: Store,
    private readonly hours: HoursQuery,
  ) {}

  async rules(): Promise<RulesView> {
    const ways = await this.store.query<RulesView['ways'][number]>(
      'select topic, role, channel_id as "channelId" from notice_way order by topic, role, channel_id',
    );
    const channels = await this.store.query<RulesView['channels'][number]>(
      'select id, name, kind, enabled from notice_channel order by name, id limit 200',
    );
    return { hours: await this.hours.read(), ways, topics: [...topics], channels };
  }

  /** The wording in force of every topic in every form; edition 0 is the usual one. */
  async templates(): Promise<TemplateView[]> {
    const own = await this.store.query<Omit<TemplateView, 'fields'>>(
      `select distinct on (topic, form) topic, form, edition, zh, en, made_at as "madeAt" from notice_template order by topic, form, edition desc`,
    );
    const written = new Map(own.map((one) => [`${one.topic}|${one.form}`, one]));
    const all: readonly TemplateTopic[] = [...topics, 'digest'];
    return all.flatMap((topic) =>
      templateForms.map((form) => ({
        ...(written.get(`${topic}|${form}`) ?? { topic, form, edition: 0, madeAt: null, ...usualWording(topic, form) }),
        fields: [...fieldsOf[form]],
      })),
    );
  }
}
