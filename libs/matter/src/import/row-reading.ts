import { countyDay } from '@ducha/kernel';
import { type Cell, parseInstant } from '@ducha/spreadsheet';
import { cleanCategory } from '../domain/category.js';
import { fieldFault, type FieldValue, type FieldValues, spokenValue } from '../domain/kind-fields.js';
import type { KindField } from '../domain/kinds/kind-table.js';
import type { CellFault } from './import-report.js';
import { fieldColumn, textLimits } from './matter-columns.js';

/** One thing wrong with a row. */
export interface BadCell {
  readonly field: string;
  readonly code: CellFault;
}

/** Reads the cells of one row and gathers what is wrong with them. */
export class RowReading {
  readonly bad: BadCell[] = [];

  constructor(
    private readonly cells: Readonly<Partial<Record<string, Cell>>>,
    private readonly now: Date,
  ) {}

  text(field: keyof typeof textLimits, required = false): string | null {
    const cell = this.sound(field);
    if (cell === undefined) {
      if (required && this.cells[field] === undefined) this.refuse(field, 'required');
      return null;
    }
    return this.storable(field, cell.text, textLimits[field]);
  }

  /** Names in one cell; parted where the kind says that a cell may hold several. */
  names(isSeveral: boolean): string[] {
    const cell = this.sound('asker');
    if (cell === undefined) return [];
    const names = isSeveral ? cell.text.split(/[、，,;；\n]+/u).map((name) => name.trim()) : [cell.text];
    const said = [...new Set(names.filter((name) => name !== ''))];
    const kept = said.flatMap((name) => this.storable('asker', name, textLimits.asker) ?? []);
    return kept.length === said.length ? kept : [];
  }

  /** A path of up to three levels, given in one column or in three. */
  category(): string | null {
    const levels = [this.text('category'), this.text('subcategory'), this.text('detailCategory')];
    return cleanCategory(levels.filter((level) => level !== null).join('/'));
  }

  instant(field: 'occurredAt' | 'receivedAt' | 'repliedAt'): Date | null {
    const cell = this.sound(field);
    if (cell === undefined) return null;
    const at = parseInstant(cell);
    if (at === undefined || at.getUTCFullYear() < 1970) return this.refuse(field, 'invalidDate');
    return at > this.now ? this.refuse(field, 'dateInFuture') : at;
  }

  /** A reply that was given elsewhere: words and date belong together. */
  reply(occurredAt: Date | null): { readonly body: string; readonly at: Date } | null {
    const body = this.text('reply');
    const at = this.instant('repliedAt');
    if (body === null && at === null) return null;
    if (body === null || at === null) {
      const missing = body === null ? 'reply' : 'repliedAt';
      return this.bad.some(({ field }) => field === missing) ? null : this.refuse(missing, 'required');
    }
    return occurredAt !== null && at < occurredAt ? this.refuse('repliedAt', 'repliedBeforeAsked') : { body, at };
  }

  /** A principal by name. */
  principal(principals: ReadonlyMap<string, string>): string | null {
    const name = this.text('principal', true);
    if (name === null) return null;
    return principals.get(name.replace(/\s+/gu, '')) ?? this.refuse('principal', 'unknownPrincipal');
  }

  /** The own fields of the kind. */
  fields(own: readonly [string, KindField][]): FieldValues {
    const kept: Record<string, FieldValue> = {};
    for (const [name, field] of own) {
      const column = fieldColumn(name);
      const cell = this.sound(column);
      if (cell === undefined) {
        if (field.required === true && this.cells[column] === undefined) this.refuse(column, 'required');
        continue;
      }
      const value = valueOf(cell, field);
      const fault = fieldFault(value, field, false);
      if (value === undefined || fault !== undefined) this.refuse(column, faultOf(field, fault));
      else if (typeof value !== 'string' || this.storable(column, value, value.length) !== null) kept[name] = value;
    }
    return kept;
  }

  private storable(field: string, text: string, longest: number): string | null {
    if (/\0|\p{Surrogate}/u.test(text)) return this.refuse(field, 'unstorable');
    return text.length > longest ? this.refuse(field, 'tooLong') : text;
  }

  private sound(field: string): Cell | undefined {
    const cell = this.cells[field];
    if (cell?.kind !== 'error') return cell;
    this.refuse(field, 'cellError');
    return undefined;
  }

  private refuse(field: string, code: CellFault): null {
    this.bad.push({ field, code });
    return null;
  }
}

/** What a cell means in a field; undefined when it means nothing there. */
function valueOf(cell: Cell, field: KindField): FieldValue | undefined {
  switch (field.type) {
    case 'date': {
      const at = parseInstant(cell);
      return at === undefined ? undefined : countyDay(at);
    }
    case 'number':
      return cell.kind === 'number' ? cell.number : /^\d{1,15}$/u.test(cell.text) ? Number(cell.text) : undefined;
    case 'yes_no':
      return cell.kind === 'boolean' ? cell.boolean : spokenValue(cell.text, field);
    case 'choice':
      return spokenValue(cell.text, field);
    default:
      return cell.text;
  }
}

function faultOf({ type }: KindField, fault: ReturnType<typeof fieldFault>): CellFault {
  if (fault === 'tooLong' || fault === 'accusation') return fault;
  if (type === 'date') return 'invalidDate';
  if (type === 'number') return 'invalidNumber';
  return type === 'yes_no' ? 'invalidYesNo' : 'invalidChoice';
}
