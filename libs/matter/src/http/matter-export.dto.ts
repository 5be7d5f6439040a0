import { ExportRequestBody } from '@ducha/task';
import { OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { MatterFilter } from './matter-filter.dto.js';

/** Which matters are wanted as a file, how, and what for. */
export class MatterExportBody extends OmitType(ExportRequestBody, ['register', 'filters']) {
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => MatterFilter)
  filters?: MatterFilter;
}
