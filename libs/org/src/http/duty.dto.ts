import { IsId, IsInstant, IsSaid, PageQuery } from '@ducha/http';
import { ArrayMaxSize, IsArray, IsIn, IsNotEmpty, IsOptional, IsString, MaxLength, ValidateIf } from 'class-validator';
import { type TownshipList, townshipLists } from '../domain/duty-line.js';

/** Filters of the duty register. */
export class DutyFilterQuery extends PageQuery {
  /** Part of a category, of its ground or of the lead unit's name. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;

  /** Of the townships' lists; `none`: on none of them. */
  @IsOptional()
  @IsIn([...townshipLists, 'none'])
  list?: TownshipList | 'none';

  /** Leads or assists. */
  @IsOptional()
  @IsId()
  unitId?: string;

  /** The register as it stood at this instant; now when absent. */
  @IsOptional()
  @IsInstant()
  at?: string;
}

/** A page of the duty register. */
export class DutyListQuery extends DutyFilterQuery {}

/** The register as a file. */
export class DutyExportQuery extends DutyFilterQuery {
  @IsIn(['xlsx', 'csv'])
  format: 'xlsx' | 'csv';
}

/** The category somebody wants a unit for. */
export class DutySuggestQuery {
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  category: string;
}

/** What a line says beside its item. */
export class DutyChangeBody {
  @IsId()
  leadUnitId: string;

  @IsArray()
  @ArrayMaxSize(20)
  @IsId({ each: true })
  assistUnitIds: string[];

  /** On which list of the townships the item stands; null: on none. */
  @ValidateIf(({ townshipList }: DutyChangeBody) => townshipList !== null)
  @IsIn(townshipLists)
  townshipList: TownshipList | null;

  /** The paper that says so: document, article. */
  @ValidateIf(({ basis }: DutyChangeBody) => basis !== null)
  @IsSaid()
  @IsString()
  @MaxLength(300)
  basis: string | null;

  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}

/** A new line. */
export class DutyBody extends DutyChangeBody {
  /** Slash path such as 城乡建设/市政设施/道路破损. */
  @IsSaid()
  @IsString()
  @MaxLength(200)
  category: string;
}

/** The end of a line. */
export class DutyEndBody {
  /** From when; now when absent, never ahead. */
  @IsOptional()
  @IsInstant()
  at?: string;

  @IsSaid()
  @IsString()
  @MaxLength(500)
  reason: string;
}
