import { IsId, IsSaid, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsEmail,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { roles } from '@ducha/access';
import {
  type ChannelKind,
  channelKinds,
  groupRole,
  type Scheme,
  type TemplateForm,
  templateForms,
} from '../domain/channel-kind.js';
import type { DeliveryState } from '../domain/lifecycles.js';
import type { TemplateTopic } from '../domain/template.js';
import { topics } from '../domain/topic.js';

const fieldName = /^[A-Za-z_][\w-]{0,39}$/;
const fieldMessage = { message: 'must be a JSON field name' };
const noBreak = /^[^\r\n]*$/;
const noBreakMessage = { message: 'must be one line' };

/** A channel as an administrator describes it. Credentials that are left out stay as they are. */
export class ChannelBody {
  @IsIn(channelKinds)
  kind: ChannelKind;

  @IsString()
  @IsSaid()
  @MaxLength(60)
  name: string;

  /** Only what is said to this unit; null: whatever is said to anybody. */
  @IsOptional()
  @IsId()
  unitId?: string | null;

  @IsBoolean()
  enabled: boolean;

  @IsIn(['zh', 'en'])
  language: 'zh' | 'en';

  /** The whole address of a webhook, gateway or robot. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  url?: string;

  @IsOptional()
  @IsString()
  @MaxLength(253)
  host?: string;

  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(65535)
  port?: number;

  @IsOptional()
  @IsIn(['smtp', 'smtps'])
  scheme?: Scheme;

  /** Signing secret or bearer token. */
  @IsOptional()
  @IsString()
  @MinLength(8)
  @MaxLength(400)
  @Matches(/^[\x21-\x7e]*$/, { message: 'must be plain characters without blanks' })
  key?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  @Matches(noBreak, noBreakMessage)
  user?: string;

  @IsOptional()
  @IsString()
  @MaxLength(400)
  @Matches(noBreak, noBreakMessage)
  password?: string;

  @IsOptional()
  @IsEmail()
  @MaxLength(200)
  from?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(120, { each: true })
  recipientDomains?: string[];

  @IsOptional()
  @Matches(fieldName, fieldMessage)
  phoneField?: string;

  @IsOptional()
  @Matches(fieldName, fieldMessage)
  textField?: string;

  @IsOptional()
  @Matches(fieldName, fieldMessage)
  keyField?: string;
}

/** An address that messages shall be allowed to go to. */
export class AddressBody {
  /** In lower case; a name or an address. */
  @IsString()
  @MinLength(1)
  @MaxLength(253)
  host: string;

  @IsInt()
  @Min(1)
  @Max(65535)
  port: number;

  /** Inside the government network: private ranges instead of public ones. */
  @IsBoolean()
  inside: boolean;

  @IsString()
  @IsSaid()
  @MaxLength(500)
  reason: string;
}

/** Words with a decision. */
export class AddressDecisionBody {
  @IsOptional()
  @IsString()
  @MaxLength(500)
  words?: string | null;
}

/** When people may be reached. */
export class HoursBody {
  @IsInt()
  @Min(0)
  @Max(1439)
  openMinute: number;

  @IsInt()
  @Min(1)
  @Max(1440)
  closeMinute: number;

  @IsBoolean()
  daysOffQuiet: boolean;

  @IsInt()
  @Min(0)
  @Max(720)
  windowMinutes: number;

  @IsInt()
  @Min(1)
  @Max(100)
  dailyCap: number;

  @IsInt()
  @Min(1)
  @Max(10080)
  urgeEveryMinutes: number;
}

/** One way out. */
export class WayBody {
  @IsIn(topics)
  topic: string;

  /** A role, or `*`: the group behind the channel. */
  @IsIn([...roles, groupRole])
  role: string;

  @IsId()
  channelId: string;
}

/** Hours and ways as a whole. */
export class RulesBody {
  @IsDefined()
  @IsObject()
  @ValidateNested()
  @Type(() => HoursBody)
  hours: HoursBody;

  @IsArray()
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  @Type(() => WayBody)
  ways: WayBody[];
}

/** A wording for one topic in one form. */
export class TemplateBody {
  @IsIn([...topics, 'digest'])
  topic: TemplateTopic;

  @IsIn(templateForms)
  form: TemplateForm;

  @IsString()
  @IsSaid()
  @MaxLength(1000)
  zh: string;

  @IsString()
  @IsSaid()
  @MaxLength(1000)
  en: string;
}

const deliveryStates = ['gathering', 'waiting', 'sending', 'sent', 'parked', 'dropped'] as const;

/** Filter of what became of messages. */
export class DeliveryQuery extends PageQuery {
  @IsOptional()
  @IsIn(deliveryStates)
  state?: DeliveryState;

  @IsOptional()
  @IsId()
  channelId?: string;
}
