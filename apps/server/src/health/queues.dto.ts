import { IsString, Matches, MaxLength } from 'class-validator';

/** A parked job by its name and key. */
export class ParkedJobBody {
  @IsString()
  @MaxLength(100)
  @Matches(/^[a-z][\w-]*(\.[a-z][\w-]*)+$/i, { message: 'is no name of a job' })
  name: string;

  @IsString()
  @MaxLength(200)
  @Matches(/^(?!\d+$)[^:~\p{Cc}]+$/u, { message: 'is no key of a job' })
  key: string;
}
