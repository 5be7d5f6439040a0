import { MayBeAbsent } from '@ducha/http';
import { IsUUID } from 'class-validator';

/** What a roll-up is laid beside. */
export class RollUpQuery {
  /** An earlier round, one of `earlier`. */
  @MayBeAbsent()
  @IsUUID()
  against?: string;
}
