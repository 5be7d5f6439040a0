import { IsId, IsInstant, PageQuery } from '@ducha/http';
import { type ExportFormat, exportFormats } from '@ducha/task';
import { IntersectionType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { type MatterKind, matterKindNames, matterKinds } from '../domain/matter-kind.js';
import { type MatterState, matterStates } from '../domain/matter-lifecycle.js';
import { type MatterGrouping, matterGroupings } from '../domain/matter-shape.js';

const ownFieldNames = [...new Set(matterKindNames.flatMap((kind) => Object.keys(matterKinds[kind].fields)))];

const asSwitch = ({ value }: { value: unknown }): unknown =>
  value === 'true' ? true : value === 'false' ? false : value;

/** Which matters are meant; of an act on many as of a list. */
export class MatterFilter {
  @IsOptional()
  @IsIn(matterStates)
  state?: MatterState;

  @IsOptional()
  @IsIn(matterKindNames)
  kind?: MatterKind;

  /** Two characters or more of number, title or text, or of the name or pinyin initials of a unit or an official whose matter it is. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** The category itself or a branch above it. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  category?: string;

  @IsOptional()
  @Transform(asSwitch)
  @IsBoolean()
  needsTriage?: boolean;

  @IsOptional()
  @IsInstant()
  receivedFrom?: string;

  /** Exclusive. */
  @IsOptional()
  @IsInstant()
  receivedTo?: string;

  @IsOptional()
  @IsId()
  importId?: string;

  /** A unit that leads one of its tasks. */
  @IsOptional()
  @IsId()
  leadUnitId?: string;

  /** The principal who gave it. */
  @IsOptional()
  @IsId()
  principalId?: string;

  /** Name of an own field of the kind; together with `fieldValue`. */
  @IsOptional()
  @IsIn(ownFieldNames)
  field?: string;

  /** What that field holds: a text, a number, `true` or `false`, the code of a choice. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  fieldValue?: string;
}

/** One page of the list of matters. */
export class MatterListQuery extends IntersectionType(MatterFilter, PageQuery) {}

/** What is exported, and how. */
export class MatterExportQuery extends MatterFilter {
  @IsIn(exportFormats)
  format: ExportFormat;
}

/** What matters are grouped by. */
export class MatterGroupsQuery extends MatterFilter {
  /** `state` when absent. */
  @IsOptional()
  @IsIn(matterGroupings)
  by?: MatterGrouping;
}
