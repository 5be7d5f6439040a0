import type { Duty } from './assignment-lifecycle.js';

/** Most assignments that one delivery carries. */
export const CHUNK = 500;

/** One assignment to be made. */
export interface Share {
  readonly id: string;
  readonly taskId: string;
  readonly unitId: string;
  readonly duty: Duty;
  readonly round: number;
  readonly dueAt: Date | null;
  readonly predecessorId: string | null;
}

/** Whom a task goes to, as it is sent out. */
export interface Sending {
  readonly taskId: string;
  readonly round: number;
  readonly leadUnitId: string;
  readonly assistUnitIds: readonly string[];
  readonly dueAt: Date | null;
}

/**
 * The assignments of tasks that are sent out: the lead first, then every assist that does not hold one already.
 * @param held  units that still have an assignment of the task's round: assists stay with it when only the lead was recalled
 */
export function sharesOf(
  sendings: readonly Sending[],
  nextId: () => string,
  held: (taskId: string, unitId: string) => boolean = () => false,
): Share[] {
  return sendings.flatMap(({ taskId, round, leadUnitId, assistUnitIds, dueAt }) => [
    { id: nextId(), taskId, unitId: leadUnitId, duty: 'lead' as const, round, dueAt, predecessorId: null },
    ...assistUnitIds
      .filter((unitId) => !held(taskId, unitId))
      .map((unitId) => ({ id: nextId(), taskId, unitId, duty: 'assist' as const, round, dueAt, predecessorId: null })),
  ]);
}

/** The chunk of the assignment at a place; how many chunks so many assignments make. */
export const chunkAt = (place: number): number => Math.floor(place / CHUNK);
/** Chunks for `count` assignments. */
export const chunksFor = (count: number): number => Math.ceil(count / CHUNK);

/** Shares by the id of their task. */
export function sharesByTask(shares: readonly Share[]): ReadonlyMap<string, readonly Share[]> {
  const byTask = new Map<string, Share[]>();
  for (const share of shares) {
    const known = byTask.get(share.taskId);
    if (known) known.push(share);
    else byTask.set(share.taskId, [share]);
  }
  return byTask;
}
