import { IsId, IsInstant } from '@ducha/http';
import { IsOptional } from 'class-validator';

/** What may be said about a file beside its bytes. */
export class EvidenceBody {
  /** Made by the device (UUID v7): the same file may be sent again under it. */
  @IsOptional()
  @IsId()
  id?: string;

  /** When what it shows happened. */
  @IsOptional()
  @IsInstant()
  happenedAt?: string;

  /** When it was taken or written. */
  @IsOptional()
  @IsInstant()
  capturedAt?: string;
}
