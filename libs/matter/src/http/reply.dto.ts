import { IsId, IsSaid, MayBeAbsent } from '@ducha/http';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Length,
  MaxLength,
} from 'class-validator';
import { type Feedback, feedbackValues } from '../domain/feedback.js';
import { textLimits } from '../import/matter-columns.js';
import { ManyMattersBody } from './matter.dto.js';

/** An answer to the signatories of one matter. */
export class ReplyBody {
  @IsString()
  @IsSaid()
  @MaxLength(textLimits.reply)
  body: string;

  /** Absent: everybody who waits. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @IsId({ each: true })
  signatoryIds?: string[];
}

/** Answers to the signatories of many matters. */
export class ReplyManyBody extends ManyMattersBody {
  /** May name {姓名} {标题} {登记号} {办理情况} {县名}; absent: the standard words. */
  @IsOptional()
  @IsString()
  @IsSaid()
  @MaxLength(5_000)
  template?: string;

  /** Says what would be, writes nothing. */
  @MayBeAbsent()
  @IsBoolean()
  dryRun?: boolean;
}

/** The token of a reply's link. */
export class ReplyTokenBody {
  @IsString()
  @Length(20, 100)
  token: string;
}

/** What an asker says of a reply. */
export class FeedbackBody extends ReplyTokenBody {
  @IsIn(feedbackValues)
  feedback: Feedback;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}
