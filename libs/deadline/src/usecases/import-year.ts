import { Injectable } from '@nestjs/common';
import { deadlineFault } from '../deadline-faults.js';
import { readYear } from '../import/read-year.js';
import type { YearRejected } from '../import/year-file.js';
import { CalendarViews } from '../queries/calendar-views.query.js';
import { PublishYear, type YearPreview } from './publish-year.js';

/** What came of a file. */
export interface ImportedYear extends Pick<YearPreview, 'gained' | 'lost' | 'workingDays'> {
  readonly year: number;
  readonly days: number;
  /** Revision that was published; null where nothing was. */
  readonly revision: number | null;
  readonly rejected: readonly YearRejected[];
}

/** How a file is taken. */
interface YearImport {
  /** Where the file does not tell the year. */
  readonly year: number | undefined;
  /** Addresses of the notice beside those of the file. */
  readonly addresses: readonly string[];
  readonly dryRun: boolean;
}

/** A year of the county's calendar from a file, for the operator at the command line: all of it or nothing. */
@Injectable()
export class ImportYear {
  constructor(
    private readonly calendars: CalendarViews,
    private readonly publishYear: PublishYear,
  ) {}

  /** @throws Fault `deadline.fileUnreadable`, `spreadsheet.*`, `deadline.yearWrong`, `deadline.noDays` */
  async run(path: string, { year: said, addresses, dryRun }: YearImport): Promise<ImportedYear> {
    const file = await readYear(path);
    const year = said ?? file.year;
    if (year === null) throw deadlineFault('noDays');
    const nothing = { year, days: file.days.length, gained: [], lost: [], workingDays: 0, revision: null };
    if (file.rejected.length > 0) return { ...nothing, rejected: file.rejected };
    const wanted = { calendarId: (await this.calendars.ofUnit(undefined)).id, year, days: file.days };
    const { revision: seen, gained, lost, workingDays } = await this.publishYear.preview(wanted);
    const all = [...new Set([...addresses, ...file.addresses])];
    const revision = dryRun
      ? null
      : await this.publishYear.run({ ...wanted, addresses: all, origin: file.format, seen, by: null });
    return { year, days: file.days.length, gained, lost, workingDays, revision, rejected: [] };
  }
}
