import type { Bell, Store } from '@ducha/store';

const everyMs = 300;

/**
 * Tells others, and the open page of who runs it, how far a running commit has come: in transactions of its own, at most
 * three times a second. What is passed over in between, the end above all, is told by the commit itself.
 */
export class ImportProgress {
  private toldAtMs = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly store: Store,
    private readonly bell: Bell,
    private readonly importId: string,
    /** Who runs it: another person than who previewed it, perhaps. */
    private readonly personId: string,
  ) {}

  readonly passed = async (rows: number): Promise<void> => {
    if (performance.now() - this.toldAtMs < everyMs) return;
    this.toldAtMs = performance.now();
    await this.store.separately((tx) =>
      tx.query('update matter_import set rows_done = $2, committed_by = $3 where id = $1', [
        ...[this.importId, rows, this.personId],
      ]),
    );
    this.bell.ring('import');
  };
}
