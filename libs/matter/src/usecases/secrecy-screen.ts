import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { classificationMark, type FieldError } from '@ducha/kernel';
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
  async refuse(texts: ScreenedTexts, by: Actor): Promise<void> {
    const words = await secrecyWords(this.store);
    const errors = Object.entries(texts).flatMap(([path, text]): FieldError[] =>
      text === null || text === undefined || classificationMark(text, words) === null
        ? []
        : [{ path, message: 'bears a mark of secrecy', constraint: 'unclassified' }],
    );
    if (errors.length === 0) return;
    const fields = errors.slice(0, 20).map(({ path }) => path);
    await this.audit.recordApart({
      act: 'secrecy.refused',
      subject: { type: 'matter', id: null },
      by,
      facts: { fields },
    });
    throw matterFault('classified', {}, errors.slice(0, 20));
  }
}

/** Own fields of a kind as texts to be screened. */
export const fieldTexts = (fields: Readonly<Record<string, unknown>>): ScreenedTexts =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [[`fields.${name}`, value]] : [])),
  );
