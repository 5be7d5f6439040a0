import { countyDay } from '@ducha/kernel';
import type { InspectionEvent } from '../../domain/plan/inspection-lifecycle.js';
import type { Plan } from '../../domain/plan/plan.js';
import { movedOn, type SealedDocument } from '../../domain/sealed/sealed-document.js';
import { sealedFault } from '../../sealed-faults.js';
import { refuseOver } from '../plan/open-inspection.js';
import type { OpenedPlan } from './custody/opened-plan.js';

/** The document after a move. @throws Fault `sealed.moveRefused` */
export function moved(document: SealedDocument, on: InspectionEvent): SealedDocument {
  const next = movedOn(document, on);
  if (!next) throw sealedFault('moveRefused', { from: document.state, on });
  return next;
}

/** This moment by the database's clock, as documents keep it. */
export const instantOf = ({ row }: Pick<OpenedPlan, 'row'>): string => row.now.toISOString();

/** @throws Fault `inspection.periodOver` */
export const refuseOverToday = ({ row }: Pick<OpenedPlan, 'row'>, { toOn }: Plan): void =>
  refuseOver({ toOn, today: countyDay(row.now) });
