import { IsId, IsSaid } from '@ducha/http';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';

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
}
