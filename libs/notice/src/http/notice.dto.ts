import { IsId, IsSaid, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { type Topic, topics } from '../domain/topic.js';

/** Filter of the inbox. */
export class NoticeQuery extends PageQuery {
  /** `true`: unread only. */
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';

  @IsOptional()
  @IsIn(topics)
  topic?: Topic;
}

/** Which notices were read. */
export class ReadBody {
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @IsId({ each: true })
  ids?: string[];

  /** True: everything. */
  @IsOptional()
  @IsBoolean()
  all?: boolean;
}

/** A topic that somebody does not want by a channel. */
export class MutedBody {
  @IsId()
  channelId: string;

  @IsIn(topics)
  topic: Topic;
}

/** What a person settles for themselves, as a whole. */
export class OwnWaysBody {
  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  mail?: string | null;

  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MutedBody)
  muted: MutedBody[];
}

/** One line about a telephone call. */
export class CallBody {
  @IsId()
  personId: string;

  @IsString()
  @IsSaid()
  @MaxLength(500)
  said: string;
}
