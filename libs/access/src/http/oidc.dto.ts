import { IsString, Length } from 'class-validator';

/** The query with which the identity provider sent the browser back. */
export class OidcAnswerBody {
  @IsString()
  @Length(1, 4000)
  answer: string;
}
