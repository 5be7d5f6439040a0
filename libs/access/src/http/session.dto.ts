import { IsId } from '@ducha/http';
import { IsIn, IsString, Length } from 'class-validator';

/** Name and password. */
export class SignInBody {
  @IsString()
  @Length(1, 100)
  login: string;

  @IsString()
  @Length(1, 200)
  password: string;
}

/** A one-time link. */
export class LinkBody {
  @IsString()
  @Length(20, 100)
  token: string;
}

/** The post to act in. */
export class ActAsBody {
  @IsId()
  postId: string;
}

/** Which devices are signed out: all except the one that asks. */
export class OtherDevicesQuery {
  @IsIn(['this'])
  except: 'this';
}
