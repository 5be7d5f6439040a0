import { IsSaid, MayBeAbsent, PageQuery } from '@ducha/http';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, MaxLength, ValidateNested } from 'class-validator';
import { type ExportFormat, exportFormats } from '../domain/export-format.js';
import { exportRegisters } from '../domain/export-lifecycle.js';
import { LedgerFilter } from './ledger.dto.js';

/** Registers that are asked for here; the matters' have filters of their own, `libs/matter` takes them. */
const askedHere = exportRegisters.filter((register) => register !== 'matters');

/** Which rows are wanted, how, and what for. */
export class ExportRequestBody {
  /** Of what: the ledger when absent. */
  @MayBeAbsent()
  @IsIn(askedHere)
  register?: (typeof askedHere)[number];

  @IsIn(exportFormats)
  format: ExportFormat;

  /** Of the ledger only. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => LedgerFilter)
  filters?: LedgerFilter;

  /** With personal numbers as they are; needs the second person however few the rows. Absent: masked. The whole register always has them. */
  @MayBeAbsent()
  @IsBoolean()
  unmasked?: boolean;

  @IsString()
  @MaxLength(500)
  @IsSaid()
  reason: string;
}

/** Why a request is refused. */
export class ExportRefusalBody {
  @IsString()
  @MaxLength(500)
  @IsSaid()
  words: string;
}

/** The list of requests. */
export class ExportRequestQuery extends PageQuery {
  /** `true`: only those that wait for a decision. */
  @IsOptional()
  @IsIn(['true', 'false'])
  waiting?: 'true' | 'false';
}
