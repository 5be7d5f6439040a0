import type { FormInstance } from 'antd';
import type { Ladder, Rung } from '../api/types';

/** Where a rung lies. */
export type Side = 'before' | 'at' | 'after';

/** A rung as it stands in the form. */
export interface RungDraft {
  id?: number;
  side: Side;
  n?: number | null;
  unit: Rung['unit'];
  action: Rung['action'];
  level?: number | null;
  audience?: Rung['audience'];
  channels?: string[];
  template?: string;
}

/** A ladder as it stands in the form. */
export interface LadderDraft {
  code?: string;
  title?: string;
  titleZh?: string;
  clock: Ladder['clock'];
  kinds?: string[];
  importance?: Ladder['importance'];
  effectiveAt?: string;
  rungs?: RungDraft[];
}

/** A new rung. */
export const newRung: RungDraft = {
  ...{ side: 'before', n: 1, unit: 'working_day', action: 'remind' },
  ...{ audience: ['liaison'], channels: [], template: 'deadline' },
};

/** Blue when it is due, orange and red three working days apart. */
export const threeSlips: RungDraft[] = [0, 3, 6].map((n, place) => ({
  ...{ side: n === 0 ? 'at' : 'after', n, unit: 'working_day', action: 'slip', level: place + 1, channels: [] },
  template: 'slip',
  audience: place === 0 ? ['liaison', 'unit_head'] : ['unit_head', 'lead_leader'],
}));

/** A new ladder. */
export const newLadder: LadderDraft = { clock: 'answer', kinds: [], importance: null, rungs: [newRung] };

/** The form of a ladder. */
export const draftOf = ({ code, title, titleZh, clock, kinds, importance, rungs }: Ladder): LadderDraft => ({
  ...{ code, title, titleZh, clock, kinds, importance },
  rungs: rungs.map(({ offset, channels, ...rung }) => ({
    ...rung,
    side: offset < 0 ? 'before' : offset === 0 ? 'at' : 'after',
    n: Math.abs(offset),
    channels: channels ?? [],
  })),
});

/** All of the form, also what no field shows: which rung of the former text one is, what a date on the day itself is not counted in. */
export const wholeOf = (form: FormInstance<LadderDraft>, initial: LadderDraft): LadderDraft => ({
  ...initial,
  // boundary: antd gives what it stores without a type
  ...(form.getFieldsValue(true) as LadderDraft),
});

/** What the server is told of the text. */
export function bodyOf({ title, titleZh, clock, kinds, importance, effectiveAt, rungs }: LadderDraft) {
  return {
    ...{ title: title ?? '', titleZh: titleZh ?? '', clock, kinds: kinds ?? [] },
    ...(importance && { importance }),
    ...(effectiveAt && { effectiveAt }),
    rungs: (rungs ?? []).map(rungOf),
  };
}

function rungOf({ id, side, n, unit, action, level, audience, channels, template }: RungDraft) {
  const distance = side === 'at' ? 0 : Math.max(1, n ?? 1);
  return {
    ...(id !== undefined && { id }),
    offset: side === 'before' ? -distance : distance,
    ...{ unit, action, audience: audience ?? [], template: template ?? 'deadline' },
    ...(action === 'slip' && level ? { level } : {}),
    ...(channels !== undefined && channels.length > 0 && { channels }),
  };
}
