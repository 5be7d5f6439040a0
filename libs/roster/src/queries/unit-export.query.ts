import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { type ExportColumn, writeCsv, writeXlsx } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import { kindNames } from '../sheets/spoken-names.js';
import { type UnitColumn, unitHeaders } from '../sheets/unit-sheet.js';

/** Kinds of files that exports are written in. */
export const exportFormats = ['xlsx', 'csv'] as const;

/** One of them. */
export type ExportFormat = (typeof exportFormats)[number];

interface Line {
  name: string;
  shortName: string;
  kind: string;
  parent: string | null;
  sort: number;
  divisionCode: string | null;
  from: Date;
}

const linesSql = `
  select u.name, u.short_name as "shortName", u.kind, above.name as parent, u.sort, u.division_code as "divisionCode", u.from_at as "from"
  from unit u left join unit above on above.id = u.parent_id
  where u.from_at <= now() and (u.to_at is null or u.to_at > now()) order by u.sort, u.id`;

const title = (column: UnitColumn): string => unitHeaders[column].names[0];
const kinds: Readonly<Record<string, readonly string[]>> = kindNames;

/** The columns that the import reads, under the titles that it knows. */
const columns: readonly ExportColumn<Line>[] = [
  { title: title('name'), width: 30, value: ({ name }) => name },
  { title: title('shortName'), width: 18, value: ({ shortName }) => shortName },
  { title: title('kind'), width: 12, value: ({ kind }) => kinds[kind]?.[0] ?? kind },
  { title: title('parent'), width: 30, value: ({ parent }) => parent },
  { title: title('sort'), width: 8, value: ({ sort }) => sort },
  { title: title('divisionCode'), width: 16, value: ({ divisionCode }) => divisionCode },
  { title: title('from'), width: 20, value: ({ from }) => from },
];

/** The units of today as a file that the import takes again. */
@Injectable()
export class UnitExport {
  private readonly logger = new Logger('UnitExport');

  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** That it was made is recorded before its first byte. */
  async open(format: ExportFormat, by: Doer | null): Promise<Readable> {
    const rows = await this.store.query<Line>(linesSql);
    const facts = { format, rows: rows.length };
    await this.audit.recordApart({ act: 'unit.export', subject: { type: 'unit', id: null }, by, facts });
    const stream = new PassThrough();
    const write = format === 'xlsx' ? writeXlsx : writeCsv;
    write(stream, columns, rows).catch((error: unknown) => this.logger.warn(`an export broke off: ${String(error)}`));
    return stream;
  }
}
