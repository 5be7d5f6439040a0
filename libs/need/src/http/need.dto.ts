import { IsId, IsInstant, IsSaid, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type NeedKind, needKinds, type NeedState, needStates } from '../domain/need-lifecycle.js';

/** Filters of the list of needs. */
export class NeedListQuery extends PageQuery {
  @IsOptional()
  @IsIn(needStates)
  state?: NeedState;

  @IsOptional()
  @IsIn(needKinds)
  kind?: NeedKind;
}

/** What a unit asks for. */
export class NeedBody {
  /** The unit in whose name it is asked; the asker's own when absent. */
  @IsOptional()
  @IsId()
  unitId?: string;

  @IsIn(needKinds)
  kind: NeedKind;

  @IsSaid()
  @IsString()
  @MaxLength(200)
  title: string;

  @IsSaid()
  @IsString()
  @MaxLength(4000)
  body: string;

  /** By when it is wanted. */
  @IsOptional()
  @IsInstant()
  wantedBy?: string;
}

/** How the bureau passes a need up; exactly one of `mandateId` and `principalId`. */
export class NeedRegisterBody {
  /** A standing mandate for upward needs: it goes out at once. */
  @IsOptional()
  @IsId()
  mandateId?: string;

  /** The principal before whom it is put instead: it waits for his word. */
  @IsOptional()
  @IsId()
  principalId?: string;

  /** Who answers it: above or beside the unit that asks. */
  @IsId()
  holderUnitId: string;

  @IsInstant()
  dueAt: string;

  @IsOptional()
  @IsSaid()
  @IsString()
  @MaxLength(200)
  category?: string;
}

/** Why it is declined, or how it was solved. */
export class NeedReasonBody {
  @IsSaid()
  @IsString()
  @MaxLength(1000)
  reason: string;
}
