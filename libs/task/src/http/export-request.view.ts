import { ApiProperty } from '@nestjs/swagger';
import type { ExportFormat } from '../domain/export-format.js';
import type { ExportRegister, ExportState } from '../domain/export-lifecycle.js';
import { PersonRef } from './brief.view.js';

/** What can be done with a request. */
export type ExportAction = 'approve' | 'refuse' | 'take';

/** A request for a file that needs a second person. */
export class ExportRequestView {
  id: string;
  version: number;
  state: ExportState;
  /** Of what the file is. */
  register: ExportRegister;
  format: ExportFormat;
  /** Filters by the names of the list's query. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  filters: Record<string, unknown>;
  /** How many rows there were when it was asked; with `rowsCapped` at least so many. */
  rows: number;
  rowsCapped: boolean;
  /** Personal numbers stand in it as they are. */
  unmasked: boolean;
  reason: string;
  askedBy: PersonRef;
  askedAt: Date;
  decidedBy: PersonRef | null;
  decidedAt: Date | null;
  decidedWords: string | null;
  takenAt: Date | null;
  /** After this instant it is over, decided or not. */
  lapsesAt: Date;
  actions: ExportAction[];
}
