import { IsId, IsSaid } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type ReportEvery, reportEveries } from '../domain/routine-report.js';

/** A principal's words on a record. */
export class InstructionBody {
  @IsIn(['matter', 'task'])
  subjectType: 'matter' | 'task';

  @IsId()
  subjectId: string;

  /** `order` opens duties (批办), `guidance` guides (指导), `reference` is for the file (参阅). */
  @IsIn(['order', 'guidance', 'reference'])
  kind: 'order' | 'guidance' | 'reference';

  @IsString()
  @MaxLength(4000)
  @IsSaid()
  words: string;

  /** Earlier words on the same record that these replace. */
  @IsOptional()
  @IsId()
  lineageId?: string;

  /** Townships that take it although their duty lists say otherwise: the written decision that dispatching then needs. Orders only. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsId({ each: true })
  unitIds?: string[];

  /** How often units may be asked to report on the record: more often than monthly needs this. Orders only. */
  @IsOptional()
  @IsIn(reportEveries)
  reportEvery?: ReportEvery | null;
}
