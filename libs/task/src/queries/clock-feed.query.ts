import { Injectable } from '@nestjs/common';
import { AccessOptions, AccessTokens, type Actor, SqlParams } from '@ducha/access';
import type { ClockKind } from '@ducha/deadline';
import { Store } from '@ducha/store';
import ICAL from 'ical.js';
import { taskFault } from '../task-faults.js';
import { concerns, conclusionOfClockJoin, matterOfClockJoin } from './clock-concerns.js';

interface Entry {
  readonly id: string;
  readonly kind: ClockKind;
  readonly path: string;
  readonly number: string | null;
  readonly dueAt: Date;
  readonly changedAt: Date;
}

const most = 1_000;
const entrySql = (wanted: string): string => `
  select c.id, c.kind, case when c.task_id is not null then '/tasks/' || c.task_id when cm.id is not null then '/matters/' || cm.id else '/conclusions/' || c.conclusion_id end as path,
    coalesce(t.number, cm.number, cm.intake_no, ck.number, ci.number) as number, c.due_at as "dueAt",
    coalesce((select max(h.changed_at) from clock_change h where h.clock_id = c.id), c.armed_at) as "changedAt"
  from clock c left join task t on t.id = c.task_id ${conclusionOfClockJoin} ${matterOfClockJoin}
  where c.state = 'running' and c.due_at > now() - interval '90 days' and ${wanted} order by c.due_at, c.id limit ${most}`;

const fileName = /^(\S{1,200})\.ics$/;

/**
 * One's own open deadlines for a calendar program. The address is the secret, and the program keeps it with strangers: an entry
 * names the number of the task or matter and the step, never what it is about; its link asks for signing in.
 */
@Injectable()
export class ClockFeed {
  constructor(
    private readonly store: Store,
    private readonly tokens: AccessTokens,
    private readonly options: AccessOptions,
  ) {}

  /** @param file  the token and `.ics` @throws Fault `task.feedNotFound` */
  async text(file: string): Promise<string> {
    const token = fileName.exec(file)?.[1];
    const by = token === undefined ? undefined : await this.tokens.findSingle(token, 'clock.read');
    if (!by) throw taskFault('feedNotFound');
    const calendar = new ICAL.Component('vcalendar');
    calendar.updatePropertyWithValue('version', '2.0');
    calendar.updatePropertyWithValue('prodid', '-//Ducha//deadlines//ZH');
    calendar.updatePropertyWithValue('x-wr-calname', '督查：我的期限');
    for (const entry of await this.entries(by)) calendar.addSubcomponent(this.eventOf(entry));
    return `${calendar.toString()}\r\n`;
  }

  private async entries(by: Actor): Promise<Entry[]> {
    const entries = [];
    for (const concerned of concerns) {
      const params = new SqlParams();
      const wanted = concerned(by, params);
      if (wanted !== null) entries.push(...(await this.store.query<Entry>(entrySql(wanted), params.values)));
    }
    return entries.sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime()).slice(0, most);
  }

  private eventOf({ id, kind, path, number, dueAt, changedAt }: Entry): ICAL.Component {
    const event = new ICAL.Component('vevent');
    event.updatePropertyWithValue('uid', `${id}@clock.ducha`);
    event.updatePropertyWithValue('dtstamp', instant(changedAt));
    event.updatePropertyWithValue('dtstart', instant(dueAt));
    event.updatePropertyWithValue('summary', `${steps[kind]}到期${number === null ? '' : `：${number}`}`);
    const { publicOrigin } = this.options;
    if (publicOrigin !== undefined) event.updatePropertyWithValue('url', `${publicOrigin}${path}`);
    return event;
  }
}

const steps: Readonly<Record<ClockKind, string>> = {
  sign: '签收',
  answer: '办理反馈',
  redo: '退回重办',
  dispatch: '交办',
  verify: '审核核查',
  close: '办结或呈报',
  decide: '领导审定',
  extension: '延期审批',
  ruling: '退办裁定',
  slip_reply: '督办单回复',
  objection: '申辩裁定',
  report: '定期报告',
  triage: '收件处理',
  reply: '答复来件人',
  fact_check: '核对督查事实',
  fact_point: '核定事实异议',
  review_apply: '申请复核',
  review_decide: '作出复核决定',
};

const instant = (at: Date): ICAL.Time => ICAL.Time.fromJSDate(at, true);
