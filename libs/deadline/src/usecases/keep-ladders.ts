import { Inject, Injectable } from '@nestjs/common';
import { Audit, type Doer } from '@ducha/audit';
import { refuseStale } from '@ducha/http';
import { IDS, type Ids } from '@ducha/kernel';
import { Outbox, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { rivalOf } from '../domain/ladders/ladder-choice.js';
import { faultsOfLadder } from '../domain/ladders/ladder-rules.js';
import type { Ladder } from '../domain/ladders/ladder.js';
import { deadlineFault } from '../deadline-faults.js';
import { type KeptLadder, Ladders } from '../queries/ladders.query.js';
import { RungWordsQuery } from '../queries/rung-words.query.js';
import { LadderClocks, type LadderChange } from './ladder-clocks.js';
import { addLadderRevision, type NewLadderRevision } from './ladder-rows.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** The county’s hand in its ladders: every change is a revision with the instant from which it holds. */
@Injectable()
export class KeepLadders {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly ladders: Ladders,
    private readonly words: RungWordsQuery,
    private readonly open: LadderClocks,
    private readonly outbox: Outbox,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** A ladder of the county’s own. @throws Fault `deadline.ladderExists`, `deadline.ladderWrong`, `deadline.ladderOverlaps` */
  async begin(ladder: Ladder, effectiveAt: Date | null, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'ladder');
      const [taken] = await tx.query<unknown[]>('select 1 from ladder where code = $1', [ladder.code]);
      if (taken !== undefined)
        throw deadlineFault('ladderExists', {}, [{ path: 'code', message: 'is taken', constraint: 'unique' }]);
      await this.refuseWrong(ladder);
      await tx.query('insert into ladder (code) values ($1)', [ladder.code]);
      await this.write(tx, { ladder, origin: 'edited', retired: false, effectiveAt, personId: by.personId }, by);
    });
  }

  /** Another text. @throws Fault `deadline.ladderNotFound`, `deadline.ladderWrong`, `deadline.ladderOverlaps`, `http.preconditionFailed` */
  async edit(ladder: Ladder, effectiveAt: Date | null, seen: number, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'ladder');
      const before = await this.seen(ladder.code, seen);
      await this.refuseWrong(ladder);
      if (before.shippedText !== 'none' && !coversAll(ladder, before))
        throw deadlineFault('ladderOfProduct', {}, [
          { path: 'clock', message: 'must stay what it is in a ladder of the product', constraint: 'fixed' },
        ]);
      await this.write(tx, { ladder, origin: 'edited', retired: false, effectiveAt, personId: by.personId }, by);
    });
  }

  /** What a text would do to clocks that are running; nothing is stored. @throws Fault as `begin` and `edit` do */
  async preview(ladder: Ladder): Promise<LadderChange> {
    await this.refuseWrong(ladder);
    return this.open.preview(ladder.code, ladder);
  }

  /**
   * Back to the text that comes with the product; a ladder of the county’s own is given up.
   * @throws Fault `deadline.ladderNotFound`, `http.preconditionFailed`
   */
  async withdraw(code: string, seen: number, by: Doer): Promise<void> {
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'ladder');
      const before = await this.seen(code, seen);
      const [row] = await tx.query<{ shipped: Ladder | null }[]>('select shipped from ladder where code = $1', [code]);
      const shipped = row?.shipped ?? null;
      const origin = shipped ? ('shipped' as const) : ('edited' as const);
      const revision = { ladder: shipped ?? before, origin, retired: shipped === null, effectiveAt: null };
      await this.write(tx, { ...revision, personId: by.personId }, by);
    });
  }

  private async seen(code: string, revision: number): Promise<KeptLadder> {
    const before = await this.ladders.newest(code);
    if (!before || before.retired) throw deadlineFault('ladderNotFound');
    refuseStale({ version: before.revision }, revision);
    return before;
  }

  private async refuseWrong(ladder: Ladder): Promise<void> {
    const errors = faultsOfLadder(ladder, await this.words.read());
    if (errors.length > 0) throw deadlineFault('ladderWrong', {}, errors);
    const rival = rivalOf(ladder, await this.ladders.all());
    if (!rival) return;
    const { code, title, titleZh } = rival;
    throw deadlineFault('ladderOverlaps', { other: code, otherTitle: title, otherTitleZh: titleZh }, [
      { path: 'kinds', message: `${titleZh} (${code})`, constraint: 'overlaps' },
    ]);
  }

  private async write(tx: EntityManager, wanted: NewLadderRevision, by: Doer): Promise<void> {
    if (wanted.effectiveAt !== null) await refusePast(tx, wanted.effectiveAt);
    const revision = await addLadderRevision(tx, wanted);
    const { code } = wanted.ladder;
    if (wanted.effectiveAt === null) {
      await renewToken(tx, 'ladder', this.ids);
      await this.outbox.add(tx, { job: 'ladder.follow', payload: {}, key: `ladder_follow_${this.ids.next()}` });
    }
    const act = wanted.retired || wanted.origin === 'shipped' ? 'ladder.withdraw' : 'ladder.edit';
    const facts = { code, revision, effectiveAt: wanted.effectiveAt?.toISOString() ?? null };
    await this.audit.record(tx, { act, subject: { type: 'ladder', id: null }, by, facts });
  }
}

async function refusePast(tx: EntityManager, effectiveAt: Date): Promise<void> {
  const [ahead] = await tx.query<unknown[]>(
    `select 1 where $1::timestamptz > now() and $1::timestamptz < now() + interval '2 years'`,
    [effectiveAt],
  );
  if (ahead === undefined)
    throw deadlineFault('ladderWaits', {}, [
      { path: 'effectiveAt', message: 'must lie ahead, within two years', constraint: 'ahead' },
    ]);
}

/** Ladders of the product catch every clock of their class that no other one is meant for. */
const coversAll = (ladder: Ladder, before: Ladder): boolean =>
  ladder.clock === before.clock && ladder.kinds.length === 0 && ladder.importance === null;
