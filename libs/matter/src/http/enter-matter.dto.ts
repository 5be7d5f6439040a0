import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
  ValidateBy,
  ValidateIf,
  ValidateNested,
  type ValidationArguments,
} from 'class-validator';
import { hasReplyDuty, kindsByHand, type MatterKind } from '../domain/matter-kind.js';
import { textLimits } from '../import/matter-columns.js';
import { HandlingProposalBody } from './handling-proposal.dto.js';

const isOf = (kind: MatterKind) => (body: EnterMatterBody) => body.kind === kind;
const owesAnswer = (kind: MatterKind): boolean => kindsByHand.includes(kind) && hasReplyDuty(kind);
const given = (value: unknown): boolean => value !== undefined && value !== null;

/** At least one where the kind owes an answer. */
function HasAskers(): PropertyDecorator {
  const validate = (value: unknown, about?: ValidationArguments): boolean => {
    const isOwed = about?.object instanceof EnterMatterBody && owesAnswer(about.object.kind);
    return !isOwed || (Array.isArray(value) && value.length > 0);
  };
  return ValidateBy({
    name: 'arrayNotEmpty',
    validator: { validate, defaultMessage: () => '$property must not be empty' },
  });
}

/** Somebody who asked. */
export class SignatoryBody {
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.asker)
  name: string;

  @IsOptional()
  @IsString()
  @MaxLength(textLimits.contact)
  contact?: string | null;
}

/** A matter entered by hand. */
export class EnterMatterBody {
  @IsIn(kindsByHand)
  kind: MatterKind;

  @IsString()
  @IsSaid()
  @MaxLength(textLimits.title)
  title: string;

  @IsString()
  @IsSaid()
  @MaxLength(textLimits.body)
  body: string;

  /** Slash path. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(10)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  categories?: string[];

  /** Who asked; at least one for a netizen message. */
  @ValidateIf((body: EnterMatterBody) => owesAnswer(body.kind) || given(body.signatories))
  @IsArray()
  @HasAskers()
  @ArrayMaxSize(200)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => SignatoryBody)
  signatories?: SignatoryBody[];

  @IsOptional()
  @IsInstant()
  occurredAt?: string | null;

  @IsOptional()
  @IsInstant()
  receivedAt?: string | null;

  /** Whose instruction it is; required for the kind `instruction`. */
  @ValidateIf((body: EnterMatterBody) => isOf('instruction')(body) || given(body.principalId))
  @IsId()
  principalId?: string | null;

  /** Which meeting decided; required for the kind `meeting_decision`. */
  @ValidateIf((body: EnterMatterBody) => isOf('meeting_decision')(body) || given(body.meeting))
  @IsString()
  @IsSaid()
  @MaxLength(200)
  meeting?: string | null;

  /** The source's own number. */
  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.foreignId)
  foreignId?: string | null;

  /** The scanned original: files uploaded before by the same person. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  evidenceIds?: string[];

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => HandlingProposalBody)
  handlingProposal?: HandlingProposalBody | null;
}
