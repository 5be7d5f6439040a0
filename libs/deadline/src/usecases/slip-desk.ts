import type { EntityManager } from 'typeorm';
import type { ImportanceDegree } from '../domain/ladders/ladder.js';

/** A slip that a rung calls for. */
export interface SlipOrder {
  readonly clock: {
    readonly id: string;
    readonly kind: string;
    readonly subjectType: string;
    readonly subjectId: string;
    readonly taskId: string | null;
    readonly unitId: string | null;
    readonly dueAt: Date;
    readonly sourceKind: string;
    readonly importance: ImportanceDegree;
    readonly now: Date;
  };
  readonly rung: number;
  readonly level: number;
}

/** Writes slips (督办单): bound by whoever keeps them. */
export abstract class SlipDesk {
  /** In the transaction in which their rungs fire. Answers the slips’ ids by their clocks’. */
  abstract serve(tx: EntityManager, orders: readonly SlipOrder[]): Promise<ReadonlyMap<string, string>>;
}
