import { IsId, IsInstant } from '@ducha/http';
import { IsBoolean, IsIn, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { type Feedback, feedbackValues } from '../domain/feedback.js';

/** Whom a status link is for. */
export class StatusLinkBody {
  @IsId()
  signatoryId: string;
}

/** The token of a status link. */
export class StatusTokenBody {
  @IsString()
  @Length(20, 100)
  token: string;
}

/** What a signed-in proponent says of a reply. */
export class OwnFeedbackBody {
  @IsId()
  replyId: string;

  @IsIn(feedbackValues)
  feedback: Feedback;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}

/** What was said when a signatory was called back. */
export class CallBackBody {
  @IsId()
  signatoryId: string;

  @IsInstant()
  contactedAt: string;

  @IsBoolean()
  reached: boolean;

  /** Whether the asker says it is solved. */
  @IsOptional()
  @IsBoolean()
  solved?: boolean | null;

  @IsOptional()
  @IsIn(feedbackValues)
  feedback?: Feedback | null;

  @IsOptional()
  @IsString()
  @MaxLength(2_000)
  words?: string;
}
