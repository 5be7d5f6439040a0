import { IsId, PageQuery } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional } from 'class-validator';

/** Filter of the inbox. */
export class NoticeQuery extends PageQuery {
  /** `true`: unread only. */
  @IsOptional()
  @IsIn(['true', 'false'])
  unread?: 'true' | 'false';
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
