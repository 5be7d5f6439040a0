import { plainToInstance, Type } from 'class-transformer';
import {
  Equals,
  IsArray,
  IsBoolean,
  IsInt,
  IsISO8601,
  IsString,
  Matches,
  Min,
  validateSync,
  ValidateNested,
} from 'class-validator';
import { archiveFault } from '../archive-faults.js';

/** A part of an archive: its place, size and digest. */
class Part {
  @IsString() path: string;
  @IsInt() @Min(0) bytes: number;
  /** Hex. */
  @Matches(/^[0-9a-f]{64}$/) sha256: string;
}

/** The rows of one table in PostgreSQL's COPY text format. */
export class TablePart extends Part {
  @IsString() table: string;
  @IsArray() @IsString({ each: true }) columns: string[];
  @IsInt() @Min(0) rows: number;
}

/** One evidence file, named by its key in the store. */
export class FilePart extends Part {
  @Matches(/^[0-9a-f]{64}$/) key: string;
  @IsString() mediaType: string;
}

class Sequence {
  @IsString() name: string;
  @IsString() type: string;
  @IsString() start: string;
  @IsString() increment: string;
  @IsString() min: string;
  @IsString() max: string;
  @IsString() cache: string;
  @IsBoolean() cycles: boolean;
  @IsString() lastValue: string;
  @IsBoolean() isCalled: boolean;
}

/** What a backup says of itself. Its last part; everything else is listed here. */
export class BackupManifest {
  @Equals('ducha-backup') kind: 'ducha-backup';
  @Equals(1) format: 1;
  @IsString() id: string;
  /** Version of the product that made it. */
  @IsString() product: string;
  @IsString() postgres: string;
  /** Version of the schema: the migrations that made it, in their order. */
  @IsArray() @IsString({ each: true }) migrations: string[];
  /** The instant of the snapshot. */
  @IsISO8601() takenAt: string;
  @ValidateNested({ each: true }) @Type(() => TablePart) tables: TablePart[];
  @ValidateNested({ each: true }) @Type(() => Sequence) sequences: Sequence[];
  @ValidateNested({ each: true }) @Type(() => FilePart) files: FilePart[];
  /** Evidence that was not in the store, or was there with other bytes, when the backup was made. */
  @IsArray() @IsString({ each: true }) lostFiles: string[];
}

/** Name of the manifest in every archive. */
export const manifestPath = 'manifest.json';

/**
 * Reads a manifest.
 * @throws Fault `archive.otherKind` for a case file or another format, `archive.partDiffers` when it is no manifest
 */
export function parseManifest(text: string): BackupManifest {
  const json = asObject(text);
  if (json['kind'] !== 'ducha-backup') throw archiveFault('otherKind', { kind: json['kind'] ?? null });
  if (json['format'] !== 1) throw archiveFault('wrongVersion', { format: json['format'] ?? null });
  const manifest = plainToInstance(BackupManifest, json);
  const wrong = validateSync(manifest, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (wrong.length > 0)
    throw archiveFault('partDiffers', { part: manifestPath, fields: wrong.map(({ property }) => property) });
  return manifest;
}

function asObject(text: string): Record<string, unknown> {
  try {
    const json: unknown = JSON.parse(text);
    // boundary: any object; its fields are checked one by one
    if (typeof json === 'object' && json !== null) return json as Record<string, unknown>;
  } catch {
    // said below
  }
  throw archiveFault('partDiffers', { part: manifestPath, reason: 'is not JSON' });
}
