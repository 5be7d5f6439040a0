import { IsId } from '@ducha/http';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional } from 'class-validator';
import { type HoldingKind, holdingKinds } from '../people/holdings.js';

/** From whom to whom open business passes. */
export class PassBody {
  @IsId()
  fromPersonId: string;

  @IsId()
  toPersonId: string;

  /** All when absent. */
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @IsIn(holdingKinds, { each: true })
  kinds?: HoldingKind[];
}
