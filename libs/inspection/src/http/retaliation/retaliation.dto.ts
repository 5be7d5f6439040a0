import { IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import { IsString, MaxLength } from 'class-validator';

/** Threat or retaliation against somebody who inspects or who supplied a clue (L18). */
export class RetaliationBody {
  @IsString()
  @IsSaid()
  @MaxLength(4000)
  words: string;

  @MayBeAbsent()
  @IsId()
  againstUnitId?: string;
}

/** Why somebody wants to know, or what came of it. */
export class RetaliationWordsBody {
  @IsString()
  @IsSaid()
  @MaxLength(1000)
  words: string;
}
