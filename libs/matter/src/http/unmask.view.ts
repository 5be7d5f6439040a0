import { ApiProperty } from '@nestjs/swagger';

/** Personal data as it is, for the one who asked and for this once. */
export class UnmaskedView {
  /** Of the signatory that was named. */
  contact: string | null;
  title: string | null;
  body: string | null;
  /** Own fields of the kind that hold masked numbers. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  fields: Record<string, string>;
  /** How many more records this person may be shown today. */
  left: number;
}
