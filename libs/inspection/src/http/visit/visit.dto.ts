import { IsId, IsInstant, MayBeAbsent, PageQuery } from '@ducha/http';
import { IsIn } from 'class-validator';
import { type VisitState, visitStates } from '../../domain/visit/visit-lifecycle.js';

/** Filters of the visits. */
export class VisitListQuery extends PageQuery {
  @MayBeAbsent()
  @IsId()
  inspectionId?: string;

  @MayBeAbsent()
  @IsId()
  groupId?: string;

  @MayBeAbsent()
  @IsIn(visitStates)
  state?: VisitState;
}

/** What happened on the spot, perhaps without signal. */
export class OnSiteBody {
  /** When it was, by the device’s clock. */
  @MayBeAbsent()
  @IsInstant()
  capturedAt?: string;
}

/** How a visit ended. */
export class EndVisitBody extends OnSiteBody {
  /** found, absent, refused, moved */
  @IsIn(['found', 'absent', 'refused', 'moved'])
  outcome: 'found' | 'absent' | 'refused' | 'moved';
}

/** Why somebody steps back at the door. */
export class PassOnBody {
  @IsIn(['home', 'kin', 'interest'])
  ground: 'home' | 'kin' | 'interest';
}

/** A place to go to beside what was given. */
export class AddVisitBody {
  @IsId()
  siteId: string;
}
