import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** What is put before a principal (拟办意见). */
export class HandlingProposalBody {
  @IsString()
  @IsSaid()
  @MaxLength(2_000)
  wording: string;

  @IsOptional()
  @IsId()
  leadUnitId?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string | null;

  @IsId()
  forPersonId: string;
}

/** A proposal on a matter that has come in. */
export class ProposeHandlingBody {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => HandlingProposalBody)
  handlingProposal: HandlingProposalBody;
}

/** What the leader wants otherwise than proposed. */
export class ProposalChangesBody {
  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(2_000)
  wording?: string;

  @IsOptional()
  @IsId()
  leadUnitId?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @IsId({ each: true })
  assistUnitIds?: string[];

  @IsOptional()
  @IsInstant()
  dueAt?: string | null;
}

/** A decision on a handling proposal. */
export class DecideProposalBody {
  @IsIn(['agree', 'disagree', 'noted'])
  decision: 'agree' | 'disagree' | 'noted';

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  words?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProposalChangesBody)
  changes?: ProposalChangesBody | null;
}
