import { IsSaid, PageQuery } from '@ducha/http';
import { IsOptional, IsString, Length, MaxLength, ValidateIf } from 'class-validator';

/** Filter of the list of accounts. */
export class AccountListQuery extends PageQuery {
  /** Part of the name or of the account name. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  q?: string;
}

/** Why an account is disabled or let in again. */
export class AccountReasonBody {
  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** Who the person is at the identity provider. */
export class SubjectBody {
  /** The provider's `sub`; null takes the mapping away. */
  @ValidateIf(({ subject }: SubjectBody) => subject !== null)
  @IsString()
  @Length(1, 255)
  subject: string | null;
}
