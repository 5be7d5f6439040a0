import { IsInstant } from '@ducha/http';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsString, Length, Matches, MaxLength } from 'class-validator';

/** A new access token. */
export class TokenBody {
  /** What it is for. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'is required' })
  name: string;

  /** Acts of the acting post. */
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  @MaxLength(60, { each: true })
  acts: string[];

  /** At most a year ahead. */
  @IsInstant()
  expiresAt: string;
}
