import type { TaskView } from '../../api/types';

/** The three fields; any may stay empty. */
export interface Homework {
  what?: string;
  leadUnitId?: string;
  dueAt?: string | null;
  /** How often the unit reports by itself; asked for only where it is wanted. */
  reportEvery?: string;
  reportWhy?: string;
  /** `ordinary` unless said. */
  importance?: TaskView['importance'];
}

const longestTitle = 60;

/** The request for a leader's homework: the first sentence names it, all of it is the demand and the instruction. */
export function homework({ what, leadUnitId, dueAt, reportEvery, reportWhy, importance }: Homework) {
  const words = what?.trim() ?? '';
  const first = words.split(/[。；\n]/)[0]?.trim() ?? '';
  const complete = words !== '' && leadUnitId !== undefined && dueAt != null;
  return {
    ...(words === '' ? {} : { title: first.slice(0, longestTitle), demand: words }),
    assistUnitIds: [],
    ...(leadUnitId === undefined ? {} : { leadUnitId }),
    ...(dueAt == null ? {} : { dueAt }),
    ...(reportEvery === undefined ? {} : { reportEvery, reportWhy: reportWhy?.trim() ?? '' }),
    ...(importance && importance !== 'ordinary' ? { importance } : {}),
    door: 'instruct',
    ...(words === '' ? {} : { instruction: { kind: 'order', words } }),
    dispatch: complete,
  };
}
