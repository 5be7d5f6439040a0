import { PassThrough, type Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { type ExportColumn, exportAloneMax, writeCsv, writeXlsx } from '@ducha/spreadsheet';
import { Store } from '@ducha/store';
import { rosterFault } from '../roster-faults.js';
import { maskedPhone } from '../domain/phone.js';
import { type PersonColumn, personHeaders } from '../sheets/people-sheet.js';
import { roleNames } from '../sheets/spoken-names.js';
import type { ExportFormat } from './unit-export.query.js';

interface Line {
  personId: string;
  name: string;
  phone: string | null;
  login: string | null;
  unit: string | null;
  role: string | null;
  title: string | null;
  from: Date | null;
  to: Date | null;
  homeUnit: string | null;
  serves: string | null;
}

/** A file of the register. @param phones masked unless a second person allowed them in full */
export interface PeopleExportCommand {
  readonly format: ExportFormat;
  readonly phones: 'masked' | 'full';
  /** Null: the operator at the command line. */
  readonly by: Actor | null;
}

const batchSize = 500;
/** Null: all of them. */
const unitsOf = (by: Actor | null): readonly string[] | null => (by?.role === 'unit_head' ? by.unitIds : null);
const loginOf = (person: string): string =>
  `(select a.login from account a where a.person_id = ${person} order by a.created_at, a.id limit 1)`;

/** A unit head gets the own sub-tree's posts only. */
const linesSql = `
  select pe.id as "personId", pe.name, pe.phone, ${loginOf('pe.id')} as login, u.name as unit, p.role, p.title, p.from_at as "from", p.to_at as "to",
    home.name as "homeUnit", coalesce(${loginOf('leader.id')}, leader.name) as serves
  from (select pe.id, pe.name, pe.phone from person pe
      where ($1::uuid is null or pe.id > $1) and ($2::uuid[] is null or exists (select 1 from post own where own.person_id = pe.id and own.unit_id = any($2)
        and own.from_at <= now() and (own.to_at is null or own.to_at > now())))
      order by pe.id limit ${batchSize}) as pe
    left join post p on p.person_id = pe.id and p.from_at <= now() and (p.to_at is null or p.to_at > now()) and ($2::uuid[] is null or p.unit_id = any($2))
    left join unit u on u.id = p.unit_id left join unit home on home.id = p.home_unit_id left join person leader on leader.id = p.serves_person_id
  order by pe.id, p.from_at, p.id`;

/** Lines of the same file, counted up to $1. */
const countSql = `
  select count(*)::int as n from (
    select 1 from person pe
      left join post p on p.person_id = pe.id and p.from_at <= now() and (p.to_at is null or p.to_at > now()) and ($2::uuid[] is null or p.unit_id = any($2))
    where $2::uuid[] is null or p.id is not null limit $1) as c`;

const title = (column: PersonColumn): string => personHeaders[column].names[0];
const roles: Readonly<Record<string, readonly string[]>> = roleNames;

/** The columns that the import reads, under the titles that it knows. */
const columnsOf = (phones: PeopleExportCommand['phones']): readonly ExportColumn<Line>[] => [
  { title: title('key'), width: 38, value: ({ personId }) => personId },
  { title: title('login'), width: 16, value: ({ login }) => login },
  { title: title('name'), width: 10, value: ({ name }) => name },
  { title: title('phone'), width: 14, value: ({ phone }) => shown(phone, phones) },
  { title: title('unit'), width: 30, value: ({ unit }) => unit },
  { title: title('role'), width: 14, value: ({ role }) => (role === null ? null : (roles[role]?.[0] ?? role)) },
  { title: title('title'), width: 24, value: (line) => line.title },
  { title: title('from'), width: 20, value: ({ from }) => from },
  { title: title('to'), width: 20, value: ({ to }) => to },
  { title: title('homeUnit'), width: 24, value: ({ homeUnit }) => homeUnit },
  { title: title('serves'), width: 12, value: ({ serves }) => serves },
];

const shown = (phone: string | null, phones: PeopleExportCommand['phones']): string | null =>
  phone === null || phones === 'full' ? phone : maskedPhone(phone);

/** Persons with the posts of today as a file that the import takes again: a line per post. Streams. */
@Injectable()
export class PeopleExport {
  private readonly logger = new Logger('PeopleExport');

  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** How many lines the file of this reader has; counting stops at `most`. */
  async countUpTo(most: number, by: Actor | null): Promise<number> {
    const row = await this.store.queryOne<{ n: number }>(countSql, [most, unitsOf(by)]);
    return row?.n ?? 0;
  }

  /** What one person may take alone: numbers masked, few lines. @throws Fault `roster.exportNeedsSecond` above 200 */
  async openAlone(format: ExportFormat, by: Actor | null): Promise<Readable> {
    const counted = await this.countUpTo(exportAloneMax + 1, by);
    if (counted > exportAloneMax) throw rosterFault('exportNeedsSecond', { most: exportAloneMax });
    return this.open({ format, phones: 'masked', by });
  }

  /** That it was made, and whether numbers were in full, is recorded before its first byte. */
  async open({ format, phones, by }: PeopleExportCommand): Promise<Readable> {
    const facts = { format, phones };
    await this.audit.recordApart({ act: 'people.export', subject: { type: 'person', id: null }, by, facts });
    const stream = new PassThrough();
    const write = format === 'xlsx' ? writeXlsx : writeCsv;
    write(stream, columnsOf(phones), this.lines(unitsOf(by))).catch((error: unknown) =>
      this.logger.warn(`an export broke off: ${String(error)}`),
    );
    return stream;
  }

  private async *lines(unitIds: readonly string[] | null): AsyncGenerator<Line> {
    let last: string | null = null;
    for (;;) {
      const batch: Line[] = await this.store.query<Line>(linesSql, [last, unitIds]);
      yield* batch;
      if (batch.length === 0) return;
      last = batch.at(-1)?.personId ?? null;
    }
  }
}
