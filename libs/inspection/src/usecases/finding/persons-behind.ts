import type { Actor } from '@ducha/access';
import type { EntityManager } from 'typeorm';
import { refuseRecused } from '../../queries/group/recusals.js';

/** The persons behind an act: who does it and, under a delegation, in whose name. Rules of separation ask about both. */
export const personsBehind = ({ personId, inNameOf }: Actor): string[] =>
  inNameOf === undefined || inNameOf === null || inNameOf === personId ? [personId] : [personId, inNameOf];

/** Whoever must stay away from a unit writes nothing about it, neither themselves nor in whose name they act. @throws Fault `inspection.recused` */
export async function refuseRecusedBehind(tx: EntityManager, by: Actor, unitId: string): Promise<void> {
  for (const person of personsBehind(by)) await refuseRecused(tx, person, unitId);
}
