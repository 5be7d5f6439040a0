import { IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { InspectionPlanBody } from '../plan/inspection.dto.js';

/** Opens with one's own passphrase: always in the body, never in a header or an address. */
export class PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  passphrase: string;
}

/** A new sealed plan and one's own passphrase for it. */
export class StartSealedBody extends PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  name: string;

  /** So many release it, and so many shares bring its key back. */
  @IsInt()
  @Min(2)
  @Max(10)
  least: number;

  /** How many shares there are. */
  @IsInt()
  @Min(2)
  @Max(20)
  shares: number;
}

/** The plan, whole. */
export class SealedPlanBody extends PassphraseBody {
  @IsObject()
  @ValidateNested()
  @Type(() => InspectionPlanBody)
  plan: InspectionPlanBody;
}

/** What a principal says while opening a door. */
export class SealedDoorBody extends PassphraseBody {
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}

/** Why it is given up. */
export class CancelSealedBody extends PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

/** A change of the frozen plan. */
export class AmendSealedBody extends SealedPlanBody {
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  reason: string;
}

/** A principal's decision on a change. */
export class DecideSealedBody extends PassphraseBody {
  @IsIn(['approve', 'decline'])
  decision: 'approve' | 'decline';
}

/** What people present called out. */
export class DrawSealedBody extends PassphraseBody {
  // a control character could forge another line of the record
  @MayBeAbsent()
  @IsString()
  @MaxLength(200)
  @Matches(/^\P{Cc}*$/u)
  contribution?: string;
}

/** Asking for the release, or confirming it. */
export class ReleaseSealedBody extends PassphraseBody {
  /** Why it goes out although it meets another inspection. */
  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  clashReason?: string;
}

/** Whom it is about. */
export class KeeperBody extends PassphraseBody {
  @IsId()
  personId: string;
}

/** The code that was told by voice, and the passphrase one chooses. */
export class JoinBody extends PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(60)
  code: string;
}

/** Another passphrase in the place of this one. */
export class NewPassphraseBody extends PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  newPassphrase: string;
}

/** Shares as they were written down, and the passphrase one chooses. */
export class RecoverBody extends PassphraseBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  shares: string[];
}
