import { IsId, IsInstant, IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
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
import { hasReplyDuty, kindsByHand, type MatterKind, matterKinds } from '../domain/matter-kind.js';
import { textLimits } from '../import/matter-columns.js';
import { HandlingProposalBody } from './handling-proposal.dto.js';
import { RestrictionBody } from './restriction.dto.js';

/** What the table of the body's kind says; a kind that nobody enters says nothing. */
const tableOf = ({ kind }: EnterMatterBody) => (kindsByHand.includes(kind) ? matterKinds[kind] : undefined);
const owesAnswer = (kind: MatterKind): boolean => kindsByHand.includes(kind) && hasReplyDuty(kind);
const given = (value: unknown): boolean => value !== undefined && value !== null;

/** True and nothing else. */
function IsDeclared(): PropertyDecorator {
  return ValidateBy({
    name: 'declared',
    validator: { validate: (value: unknown) => value === true, defaultMessage: () => '$property must be declared' },
  });
}

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

  /** A person with the post of a proponent, who follows the matter signed in. */
  @IsOptional()
  @IsId()
  personId?: string | null;

  /** Nobody but two named officers may read who it is. */
  @IsOptional()
  @IsBoolean()
  isProtected?: boolean;
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

  /** Who asked; at least one where the kind owes an answer. */
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

  /** Whose instruction or visit it is; required for instructions and visits. */
  @ValidateIf((body: EnterMatterBody) => tableOf(body)?.ofPrincipal === true || given(body.principalId))
  @IsId()
  principalId?: string | null;

  /** Which meeting decided; required for the kind `meeting_decision`. */
  @ValidateIf((body: EnterMatterBody) => tableOf(body)?.ofMeeting === true || given(body.meeting))
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

  /** The own fields of the kind by name, as `GET /matter-kinds` lists them. */
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  /** True: who enters it answers for it that nothing in it is classified. */
  @IsDeclared()
  declaredUnclassified: boolean;

  /** An accusation: it only goes the restricted way. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => RestrictionBody)
  restriction?: RestrictionBody | null;

  /** The two officers who may read the identity of protected signatories. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2)
  @IsId({ each: true })
  sourceOfficerIds?: string[];
}
