import { Injectable } from '@nestjs/common';
import { COUNTY_ZONE } from '@ducha/kernel';
import { Settings } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { type ChannelKind, channelTraits } from '../domain/channel-kind.js';
import { filled, subjectOf, type TemplateTopic } from '../domain/template.js';
import { remindingTopics, type Topic } from '../domain/topic.js';
import { WordingQuery } from '../queries/wording.query.js';
import type { ChannelSettings, Message, MessageItem } from '../sending/messenger.js';
import { heldSql } from '../tell-sql.js';

/** The words of a message and what they are about. */
export type Said = Pick<Message, 'subject' | 'text' | 'items'>;

interface Speaking {
  readonly id: string;
  readonly kind: ChannelKind;
  readonly person_id: string | null;
  readonly test: boolean;
  readonly unit_name: string | null;
  readonly settings: ChannelSettings;
}

interface Item extends MessageItem {
  readonly topic: Topic;
  readonly number: string | null;
  readonly due: string | null;
}

/** Numbers that one message lists. */
const mostNumbers = 5;

/**
 * What is still worth saying: nothing that was read in the house, no reminder of a task that is over, nothing to somebody who
 * has left the post it was said to.
 */
const itemsSql = `
  select n.id, n.kind, n.topic, n.task_id as "taskId", n.assignment_id as "assignmentId", n.matter_id as "matterId", t.number,
    to_char(coalesce(a.due_at, t.due_at) at time zone '${COUNTY_ZONE}', 'YYYY-MM-DD') as due
  from notice_item i join notice n on n.id = i.notice_id left join task t on t.id = n.task_id left join assignment a on a.id = n.assignment_id
  where i.delivery_id = $1 and (n.read_at is null or n.urgency = 'order')
    and not (n.topic = any($2) and coalesce(t.state in ('closed', 'effective', 'cancelled'), false))
    and (i.person_id is null or exists (
      select 1 from post p where p.person_id = i.person_id and (n.unit_id is null or p.unit_id = n.unit_id) and ${heldSql('p')}))
  order by n.id`;

/** Puts a message into words, by the county's templates. */
@Injectable()
export class SayItems {
  constructor(
    private readonly wordings: WordingQuery,
    private readonly settings: Settings,
  ) {}

  /** Undefined: nothing is left to say. */
  async run(tx: EntityManager, speaking: Speaking): Promise<Said | undefined> {
    const items = speaking.test ? [] : await tx.query<Item[]>(itemsSql, [speaking.id, remindingTopics]);
    if (items.length === 0 && !speaking.test) return undefined;
    const count = Math.max(items.length, 1);
    const { language } = speaking.settings;
    const topic = topicOfAll(items);
    const wording = await this.wordings.of(topic, channelTraits[speaking.kind].form);
    const numbers = [...new Set(items.flatMap(({ number }) => number ?? []))];
    const text = filled(wording[language], {
      county: await this.wordings.county(),
      count: String(count),
      unit: speaking.unit_name ?? (language === 'zh' ? '各单位' : 'All units'),
      number: `${numbers.slice(0, mostNumbers).join('、')}${numbers.length > mostNumbers ? '…' : ''}`,
      due:
        items
          .map(({ due }) => due ?? '')
          .filter((due) => due !== '')
          .sort()[0] ?? '',
      link: this.settings.publicUrl ?? '',
    });
    const trial = language === 'zh' ? '（试发）' : '(test) ';
    const head = speaking.test ? trial : '';
    return { subject: `${head}${subjectOf(topic, language, count)}`, text: `${head}${text}`, items: items.map(itemOf) };
  }
}

/** One topic, or the digest of several. */
function topicOfAll(items: readonly Item[]): TemplateTopic {
  const [first, ...others] = new Set(items.map(({ topic }) => topic));
  if (first === undefined) return 'other';
  return others.length === 0 ? first : 'digest';
}

const itemOf = ({ id, kind, taskId, assignmentId, matterId }: Item): MessageItem => ({
  id,
  kind,
  taskId,
  assignmentId,
  matterId,
});
