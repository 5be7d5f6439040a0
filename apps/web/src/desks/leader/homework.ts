/** The three fields; any may stay empty. */
export interface Homework {
  what?: string;
  leadUnitId?: string;
  dueAt?: string | null;
}

const longestTitle = 60;

/** The request for a leader's homework: the first sentence names it, all of it is the demand and the instruction. */
export function homework({ what, leadUnitId, dueAt }: Homework) {
  const words = what?.trim() ?? '';
  const first = words.split(/[。；\n]/)[0]?.trim() ?? '';
  const complete = words !== '' && leadUnitId !== undefined && dueAt != null;
  return {
    ...(words === '' ? {} : { title: first.slice(0, longestTitle), demand: words }),
    assistUnitIds: [],
    ...(leadUnitId === undefined ? {} : { leadUnitId }),
    ...(dueAt == null ? {} : { dueAt }),
    door: 'instruct',
    ...(words === '' ? {} : { instruction: { kind: 'order', words } }),
    dispatch: complete,
  };
}
