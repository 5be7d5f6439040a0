import { IsLogin } from '@ducha/access';
import { IsSaid } from '@ducha/http';
import { Type } from 'class-transformer';
import { IsBoolean, IsObject, IsString, Length, MaxLength, ValidateNested } from 'class-validator';
import { CountyBody } from './county.dto.js';

/** The token of a set-up link. */
export class SetupTokenBody {
  @IsString()
  @Length(20, 100)
  token: string;
}

/** One of the three administrators. */
export class FirstAdministratorBody {
  @IsSaid()
  @IsString()
  @MaxLength(50)
  name: string;

  @IsLogin()
  login: string;

  /** Named for the time being only. */
  @IsBoolean()
  standsIn: boolean;
}

/** An empty county is set up. */
export class SetupBody extends SetupTokenBody {
  @IsObject()
  @ValidateNested()
  @Type(() => CountyBody)
  county: CountyBody;

  /** Of the person who sits here: the system administrator. */
  @IsString()
  @Length(1, 200)
  password: string;

  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdministratorBody)
  sysadmin: FirstAdministratorBody;

  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdministratorBody)
  secadmin: FirstAdministratorBody;

  @IsObject()
  @ValidateNested()
  @Type(() => FirstAdministratorBody)
  auditadmin: FirstAdministratorBody;
}
