import { IsId, IsSaid } from '@ducha/http';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

/** What a verification found. */
export class VerifyBody {
  @IsIn(['pass', 'redo'])
  verdict: 'pass' | 'redo';

  @IsIn(['desk', 'on_site'])
  manner: 'desk' | 'on_site';

  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words: string;

  /** For a redo: what goes back, the lead's assignment among them. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(51)
  @ArrayUnique()
  @IsId({ each: true })
  redoAssignmentIds?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsId({ each: true })
  evidenceIds?: string[];
}

/** The result in a few words. */
export class PresentBody {
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  summary: string;
}

/** The principal's decision. */
export class DecideBody {
  @IsIn(['close', 'instruct'])
  decision: 'close' | 'instruct';

  /** Needed with `instruct`. */
  @IsOptional()
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words?: string;
}

/** What was found after closing. */
export class WordsBody {
  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words: string;
}
