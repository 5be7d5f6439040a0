import { IsId, IsInstant, IsSaid, MayBeAbsent } from '@ducha/http';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, Matches, MaxLength } from 'class-validator';
import { signaturePattern } from '../../domain/call-up/call-up.js';
import { PassphraseBody } from '../sealed/sealed.dto.js';

/** Whom to call up, and what they are told. */
export class CallPeopleBody extends PassphraseBody {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(300)
  @ArrayUnique()
  @IsId({ each: true })
  personIds: string[];

  @IsInstant()
  startsAt: string;

  /** Until when they are wanted; devices are of no use afterwards. */
  @IsInstant()
  endsAt: string;

  @IsSaid()
  @IsString()
  @MaxLength(200)
  place: string;

  /** As one would say it: "两天". */
  @IsSaid()
  @IsString()
  @MaxLength(100)
  lasts: string;

  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(500)
  bring?: string;

  @MayBeAbsent()
  @IsSaid()
  @IsString()
  @MaxLength(1_000)
  words?: string;
}

/** What was said on the telephone. */
export class RingBody extends PassphraseBody {
  @IsSaid()
  @IsString()
  @MaxLength(500)
  words: string;
}

/** A telephone changes hands. */
export class PhoneBody extends PassphraseBody {
  @IsIn(['hand_in', 'return'])
  step: 'hand_in' | 'return';

  /** Which telephone; said when it is handed in. */
  @IsString()
  @MaxLength(200)
  description: string;

  /** The owner's signature as it was drawn: the path of an SVG of 600 × 200. */
  @IsString()
  @MaxLength(20_001)
  @Matches(signaturePattern)
  signature: string;
}

/** The token of a link for a device. */
export class DeviceLinkBody {
  @IsSaid()
  @IsString()
  @MaxLength(200)
  token: string;
}
