import { MayBeAbsent } from '@ducha/http';
import { IsObject, IsString, Length, Matches } from 'class-validator';

/** Six digits of an authenticator application. */
export class CodeBody {
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be six digits' })
  code: string;
}

/** One proof of who one is; the first that is given counts. */
export class ProofBody {
  /** What `navigator.credentials.get` answered, as JSON. */
  @MayBeAbsent()
  @IsObject()
  passkey?: Record<string, unknown>;

  @MayBeAbsent()
  @IsString()
  @Matches(/^\d{6}$/, { message: 'must be six digits' })
  code?: string;

  @MayBeAbsent()
  @IsString()
  @Length(16, 40)
  recoveryCode?: string;

  @MayBeAbsent()
  @IsString()
  @Length(1, 200)
  password?: string;
}

/** A passkey that the browser made. */
export class PasskeyBody {
  /** What its owner calls the device. */
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'is required' })
  name: string;

  /** What `navigator.credentials.create` answered, as JSON. */
  @IsObject()
  credential: Record<string, unknown>;
}

/** A new name of a passkey. */
export class PasskeyNameBody {
  @IsString()
  @Length(1, 60)
  @Matches(/\S/, { message: 'is required' })
  name: string;
}
