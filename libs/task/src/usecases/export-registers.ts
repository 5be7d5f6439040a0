import { Injectable } from '@nestjs/common';
import { type Actor, mayEver } from '@ducha/access';
import { httpFault } from '@ducha/http';
import { PeopleExport } from '@ducha/roster';
import type { Readable } from 'node:stream';
import type { ExportFormat } from '../domain/export-format.js';
import { type ExportRegister, exportRegisters } from '../domain/export-lifecycle.js';
import type { KeptFilters } from '../domain/ledger-settings.js';
import { filterOf } from '../http/kept-filters.js';
import { Ledger } from '../queries/ledger.query.js';
import { LedgerExport } from '../queries/ledger-export.js';
import { taskFault } from '../task-faults.js';

/** A file of a register. `unmasked`: with personal numbers as they are. */
export interface WantedFile {
  readonly register: ExportRegister;
  readonly format: ExportFormat;
  readonly filters: KeptFilters;
  readonly unmasked: boolean;
}

type Act = Parameters<typeof mayEver>[0];

/** Who may want files of a register, with personal numbers in them, and who may be the second person. */
const acts: Record<ExportRegister, { readonly ask: Act; readonly unmasked: Act; readonly decide: Act }> = {
  ledger: { ask: 'task.export', unmasked: 'task.export', decide: 'task.export' },
  matters: { ask: 'matter.export', unmasked: 'matter.export', decide: 'matter.export' },
  register: { ask: 'register.export', unmasked: 'register.export', decide: 'register.export' },
  people: { ask: 'people.export', unmasked: 'people.export_full', decide: 'privilege.decide' },
};

/** The registers on whose files this person decides: bureau and principals on those of tasks and matters, administrators on the people's. */
export const registersDecidedBy = (by: Actor): ExportRegister[] =>
  mayEver('export.decide', by) ? exportRegisters.filter((register) => mayEver(acts[register].decide, by)) : [];

/** A register of another lib: how many rows a file of it would have, and the file. */
export interface ExportSource {
  countUpTo(most: number, filters: KeptFilters, by: Actor): Promise<number>;
  open(wanted: Omit<WantedFile, 'register'>, by: Actor): Promise<Readable>;
}

/** Every register that leaves the house as a file goes one way; here is what differs between them. */
@Injectable()
export class ExportRegisters {
  private readonly sources = new Map<ExportRegister, ExportSource>();

  constructor(
    private readonly ledger: Ledger,
    private readonly ledgerExport: LedgerExport,
    private readonly people: PeopleExport,
  ) {}

  /** A lib above this one gives its register; without it the process could take requests that it cannot carry out. */
  offer(register: Extract<ExportRegister, 'matters'>, source: ExportSource): void {
    this.sources.set(register, source);
  }

  /** @throws Fault `http.forbidden` when the register, or its personal numbers, are nothing to this person */
  refuseStranger({ register, unmasked }: Pick<WantedFile, 'register' | 'unmasked'>, by: Actor): void {
    if (!mayEver(acts[register][unmasked ? 'unmasked' : 'ask'], by)) throw httpFault('forbidden');
  }

  /** How many rows the file would have; counting stops at `most`. */
  countUpTo(most: number, { register, filters }: WantedFile, by: Actor): Promise<number> {
    if (register === 'people') return this.people.countUpTo(most, by);
    const offered = this.sources.get(register);
    if (offered) return offered.countUpTo(most, filters, by);
    return this.ledger.countUpTo(most, filterOf(filters), 'task.export', by);
  }

  /** The file, with the rights that the person has now; that of the whole register only the operator can make. */
  open({ register, format, filters, unmasked }: WantedFile, by: Actor): Promise<Readable> {
    if (register === 'register') throw taskFault('exportByOperator');
    if (register === 'people') return this.people.open({ format, phones: unmasked ? 'full' : 'masked', by });
    const offered = this.sources.get(register);
    if (offered) return offered.open({ format, filters, unmasked }, by);
    return this.ledgerExport.open({ ...filterOf(filters), format }, by, unmasked);
  }
}
