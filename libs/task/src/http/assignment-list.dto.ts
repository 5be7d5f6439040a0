import { IsId, IsInstant, PageQuery } from '@ducha/http';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

/** Boxes of a unit's desk. `mine` was given to the reader by name; `returned` came back from the head, the lead or the verifier. */
export const boxes = ['mine', 'to_sign', 'to_do', 'to_sign_off', 'returned', 'answered', 'done', 'all'] as const;

/** One of `boxes`. */
export type Box = (typeof boxes)[number];

/** Filters of the list of assignments. */
export class AssignmentListQuery extends PageQuery {
  @IsOptional()
  @IsIn(boxes)
  box?: Box;

  @IsOptional()
  @IsId()
  unitId?: string;

  @IsOptional()
  @IsInstant()
  dueTo?: string;

  @IsOptional()
  @IsIn(['true', 'false'])
  overdue?: 'true' | 'false';

  /** `true`: its routine report is late. */
  @IsOptional()
  @IsIn(['true', 'false'])
  reportOverdue?: 'true' | 'false';

  /** Two characters or more of the task's number or title, or of the name or pinyin initials of a unit or a person on it. */
  @IsOptional()
  @IsString()
  @MinLength(2)
  @MaxLength(100)
  q?: string;
}

/** Which month, and of which unit. */
export class AskedQuery {
  /** Such as `2026-11`; the present month of the county when absent. */
  @IsOptional()
  @Matches(/^20\d\d-(0[1-9]|1[0-2])$/, { message: 'is no month' })
  month?: string;

  /** The reader's own units when absent. */
  @IsOptional()
  @IsId()
  unitId?: string;
}
