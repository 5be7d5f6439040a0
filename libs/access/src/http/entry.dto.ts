import { IsString, Length } from 'class-validator';

/** A password that is chosen now. */
export class PasswordBody {
  @IsString()
  @Length(1, 200)
  password: string;
}

/** The password that goes with an entry link. */
export class EntryBody extends PasswordBody {
  @IsString()
  @Length(20, 100)
  token: string;
}
