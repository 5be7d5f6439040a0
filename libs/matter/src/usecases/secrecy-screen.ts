import { Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { classificationMark, classificationMarkInName, Fault, type FieldError } from '@ducha/kernel';
import { secrecyWords } from '@ducha/org';
import { Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';

/** Texts by the path of their field in the request; absent ones are passed over. */
export type ScreenedTexts = Readonly<Record<string, string | null | undefined>>;

/** Keeps classified papers out: what bears a mark of secrecy is refused, and neither kept nor repeated anywhere. */
@Injectable()
export class SecrecyScreen {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.classified` naming the fields; who tried and which fields is recorded, never the text */
  async refuse(texts: ScreenedTexts, by: Doer | null): Promise<void> {
    const words = await secrecyWords(this.store);
    const errors = Object.entries(texts).flatMap(([path, text]): FieldError[] =>
      text === null || text === undefined || classificationMark(text, words) === null
        ? []
        : [{ path, message: 'bears a mark of secrecy', constraint: 'unclassified' }],
    );
    if (errors.length === 0) return;
    await this.record(
      errors.slice(0, 20).map(({ path }) => path),
      by,
    );
    throw matterFault('classified', {}, errors.slice(0, 20));
  }

  /** @throws Fault `matter.classified` naming `file` when the name of a file bears a mark */
  async refuseName(fileName: string, by: Doer | null): Promise<void> {
    const name = fileName.split(/[\\/]/u).at(-1) ?? '';
    if (classificationMarkInName(name, await secrecyWords(this.store)) === null) return;
    await this.record(['file'], by);
    const error = { path: 'file', message: 'has a name with a mark of secrecy', constraint: 'unclassified' };
    throw matterFault('classified', {}, [error]);
  }

  /** Lets a sheet be read, and records who brought it when a cell bears a mark. */
  async watched<T>(by: Doer | null, read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (error instanceof Fault && error.code === 'spreadsheet.classified') await this.record(['file'], by);
      throw error;
    }
  }

  private record(fields: string[], by: Doer | null): Promise<void> {
    return this.audit.recordApart({
      act: 'secrecy.refused',
      subject: { type: 'matter', id: null },
      by,
      facts: { fields },
    });
  }
}

/** Own fields of a kind as texts to be screened. */
export const fieldTexts = (fields: Readonly<Record<string, unknown>>): ScreenedTexts =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[`fields.${name}`, value]] : [])),
  );
