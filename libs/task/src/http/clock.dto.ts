import { IsInstant } from '@ducha/http';

/** A span of time. */
export class ClockSpanQuery {
  /** Its beginning, included. */
  @IsInstant()
  from: string;

  /** Its end, not included. */
  @IsInstant()
  to: string;
}
