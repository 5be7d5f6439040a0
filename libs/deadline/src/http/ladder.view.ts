import type { Audience, ClockClass, ImportanceDegree, RungAction, RungUnit } from '../domain/ladders/ladder.js';

/** A point of a ladder. */
export class RungView {
  id: number;
  offset: number;
  unit: RungUnit;
  action: RungAction;
  level: number | null;
  audience: Audience[];
  channels: string[] | null;
  template: string;
}

/** What happens on the way to the end of a time limit and beyond it (预警规则). */
export class LadderView {
  code: string;
  revision: number;
  title: string;
  titleZh: string;
  clock: ClockClass;
  kinds: string[];
  importance: ImportanceDegree | null;
  rungs: RungView[];
  origin: 'shipped' | 'edited';
  shippedText: 'none' | 'same' | 'newer';
  effectiveAt: Date;
  /** Whether it is in force already. */
  taken: boolean;
  /** Given up. */
  retired: boolean;
  madeAt: Date;
}

/** One open time limit that a text would change. */
export class ChangedClockView {
  clockId: string;
  kind: string;
  taskId: string | null;
  number: string | null;
  title: string | null;
  gained: number;
  lost: number;
}

/** What a text would do to time limits that are running. */
export class LadderChangeView {
  open: number;
  gaining: number;
  losing: number;
  rungsGained: number;
  rungsLost: number;
  /** At most 20. */
  examples: ChangedClockView[];
}

/** Somebody or some unit that is told. */
export class HearerView {
  id: string;
  name: string;
}

/** One thing that will be said of a template task. */
export class RehearsedRungView {
  rung: number;
  at: Date;
  action: RungAction;
  level: number | null;
  audience: Audience[];
  units: HearerView[];
  people: HearerView[];
  /** Posts the rung names that nobody holds; the next one up hears instead. */
  vacant: Audience[];
  /** Kinds of channels the rung names that carry nothing of this wording today. */
  silentChannels: string[];
}

/** What will be said to whom and when if nothing is done (预演). */
export class LadderRehearsalView {
  rungs: RehearsedRungView[];
}

/** One colour of slips. */
export class SlipLevelView {
  level: number;
  name: string;
  nameZh: string;
  colour: string;
  replyDays: number;
}

/** The slips of the county. */
export class SlipLevelsView {
  version: number;
  levels: SlipLevelView[];
}
