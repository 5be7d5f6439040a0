import { Inject, Injectable } from '@nestjs/common';
import { Clocks, noSteps, SlipDesk, type SlipLevel, SlipLevels, type SlipOrder } from '@ducha/deadline';
import { countyYear, dayOf, dueOnDay, IDS, type Ids, numberOf, wallClockOf } from '@ducha/kernel';
import { Numbering, SLIP_SERIES } from '@ducha/matter';
import { prepared } from '@ducha/store';
import type { EntityManager } from 'typeorm';

interface Served {
  readonly id: string;
  readonly clockId: string;
}

/** A slip that is being served, with the clock that called for it. */
interface NewSlip {
  readonly id: string;
  readonly order: SlipOrder;
  readonly level: SlipLevel;
  readonly replyDueAt: Date;
}

const insertSql = prepared(`
  insert into slip (id, number, level, name, name_zh, colour, clock_id, rung, clock_kind, assignment_id, task_id, unit_id, profile, rule, due_at,
    sender_id, cover_id, state, served_at, reply_due_at, version)
  select s.id, s.number, s.level, s.name, s.name_zh, s.colour, c.id, s.rung, c.kind, c.subject_id, c.task_id, c.unit_id, c.profile, c.rule, c.due_at,
    t.case_officer_id, t.cover_officer_id, 'served', now(), s.reply_due_at, 1
  from jsonb_to_recordset($1::jsonb) as s(id uuid, number text, level int, name text, name_zh text, colour text, clock_id uuid, rung int, reply_due_at timestamptz)
    join clock c on c.id = s.clock_id join task t on t.id = c.task_id
  on conflict do nothing
  returning id, clock_id as "clockId"`);

/** Replies are due by the end of a day. */
const counting = { countsFirstDay: false, rolls: false, dayEndsAt: 1_440 };

/** Serves the slips that rungs call for: numbered, with a reply that is due, in the transaction in which the rungs fire. */
@Injectable()
export class ServeSlips extends SlipDesk {
  constructor(
    private readonly levels: SlipLevels,
    private readonly numbering: Numbering,
    private readonly clocks: Clocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {
    super();
  }

  async serve(tx: EntityManager, orders: readonly SlipOrder[]): Promise<ReadonlyMap<string, string>> {
    const slips = await this.wanted(orders.filter(({ clock }) => clock.subjectType === 'assignment'));
    const [first] = slips;
    if (!first) return new Map();
    const numbers = await this.numbering.take(SLIP_SERIES, countyYear(first.order.clock.now), slips.length);
    const rows = slips.map(({ id, order, level, replyDueAt }, at) => ({
      ...{ id, number: numbers[at], level: level.level, name: level.name, name_zh: level.nameZh, colour: level.colour },
      ...{ clock_id: order.clock.id, rung: order.rung, reply_due_at: replyDueAt },
    }));
    const served = await tx.query<Served[]>(insertSql, [JSON.stringify(rows)]);
    const ids = new Set(served.map(({ id }) => id));
    await this.arm(
      tx,
      slips.filter(({ id }) => ids.has(id)),
    );
    return new Map(served.map(({ id, clockId }) => [clockId, id]));
  }

  private async wanted(orders: readonly SlipOrder[]): Promise<NewSlip[]> {
    if (orders.length === 0) return [];
    const { levels } = await this.levels.read();
    const rules = await this.clocks.rules();
    return orders.flatMap((order) => {
      const level = levels.find((one) => one.level === order.level);
      if (!level) return [];
      const calendar = rules.daysOf(order.clock.unitId);
      const last = calendar.nthAfter(wallClockOf(order.clock.now).day, level.replyDays);
      return [
        { id: this.ids.next(), order, level, replyDueAt: dueOnDay(calendar, numberOf(dayOf(last)), counting).at },
      ];
    });
  }

  /** The unit’s time to give its reason. */
  private async arm(tx: EntityManager, slips: readonly NewSlip[]): Promise<void> {
    const rules = await this.clocks.rules();
    const arm = slips.map(({ id, order: { clock }, replyDueAt }) =>
      rules.until(
        {
          ...{
            kind: 'slip_reply',
            subjectType: 'slip',
            subjectId: id,
            taskId: clock.taskId ?? '',
            unitId: clock.unitId,
          },
          ...{ holder: 'unit', sourceKind: clock.sourceKind, importance: clock.importance },
        },
        replyDueAt,
        undefined,
        { id: this.ids.next(), startedAt: clock.now, now: clock.now },
      ),
    );
    await this.clocks.apply(tx, { ...noSteps, arm }, null);
  }
}
