import { Inject, Injectable } from '@nestjs/common';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import { LadderClocks } from './ladder-clocks.js';
import { holdRules, renewToken } from './rule-tokens.js';

/** A ladder, with the classes of clocks that it had and has. */
interface Unfollowed {
  readonly code: string;
  readonly revision: number;
  readonly classes: readonly string[];
}

const unfollowedSql = `
  select r.code, r.revision, array(select distinct b.clock from ladder_revision b where b.code = r.code and b.revision in (r.revision, r.revision - 1)) as classes
  from ladder_revision r where r.taken_at is not null and r.followed_at is null order by r.taken_at, r.code limit 50`;

/** Puts ladders into force whose instant has come, and lets every running clock follow those that are. */
@Injectable()
export class TakeUpLadders {
  constructor(
    private readonly store: Store,
    private readonly open: LadderClocks,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Safe to repeat and to be done by several at once. */
  async run(): Promise<void> {
    await this.takeUp();
    for (const { code, revision, classes } of await this.store.query<Unfollowed>(unfollowedSql)) {
      await this.open.follow(classes);
      await this.store.query(
        'update ladder_revision set followed_at = now() where code = $1 and revision = $2 and followed_at is null',
        [code, revision],
      );
    }
  }

  private async takeUp(): Promise<void> {
    const due = 'from ladder_revision where taken_at is null and effective_at <= now()';
    if (!(await this.store.queryOne(`select 1 ${due} limit 1`))) return;
    await this.store.transaction(async (tx) => {
      await holdRules(tx, 'ladder');
      await tx.query('update ladder_revision set taken_at = now() where taken_at is null and effective_at <= now()');
      await renewToken(tx, 'ladder', this.ids);
    });
  }
}
