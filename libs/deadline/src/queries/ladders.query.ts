import { Injectable } from '@nestjs/common';
import { Store } from '@ducha/store';
import type { ClockClass, ImportanceDegree, Ladder, Rung } from '../domain/ladders/ladder.js';

/** A ladder as it is kept. */
export interface KeptLadder extends Ladder {
  readonly revision: number;
  readonly origin: 'shipped' | 'edited';
  readonly retired: boolean;
  /** Whether the product brings a text of it, and whether another one than this was made beside. */
  readonly shippedText: 'none' | 'same' | 'newer';
  readonly effectiveAt: Date;
  /** Whether it is in force already. */
  readonly taken: boolean;
  readonly madeAt: Date;
}

interface LadderRow extends Omit<KeptLadder, 'rungs' | 'clock' | 'importance'> {
  readonly clock: ClockClass;
  readonly importance: ImportanceDegree | null;
  readonly rungs: Rung[];
}

/** Columns of a revision `r` of a ladder `l`. */
const ladderColumns = `
  r.code, r.revision, r.title, r.title_zh as "titleZh", r.clock, r.kinds, r.importance, r.rungs, r.retired, r.origin, r.effective_at as "effectiveAt",
  r.taken_at is not null as taken, r.made_at as "madeAt",
  case when l.shipped is null then 'none' when r.shipped_digest = l.shipped_digest then 'same' else 'newer' end as "shippedText"`;

/** The ladders in force, kept in process as long as their token does not change. */
@Injectable()
export class Ladders {
  private kept: { readonly token: string; readonly ladders: readonly KeptLadder[] } | undefined;

  constructor(private readonly store: Store) {}

  /** Every ladder in its text of today, without those that were given up. */
  async all(): Promise<readonly KeptLadder[]> {
    const now = await this.store.queryOne<{ token: string }>(`select token from time_rules where kind = 'ladder'`);
    if (this.kept && this.kept.token === now?.token) return this.kept.ladders;
    const rows = await this.store.query<LadderRow & { token: string }>(
      `select t.token, ${ladderColumns} from time_rules t, ladder l join ladder_revision r on r.code = l.code
       where t.kind = 'ladder' and r.revision = (
         select max(n.revision) from ladder_revision n where n.code = l.code and n.taken_at is not null)
       order by l.code collate "C"`,
    );
    const [first] = rows;
    if (!first) return [];
    this.kept = {
      token: first.token,
      ladders: rows.filter(({ retired }) => !retired).map(({ token: _, ...row }) => row),
    };
    return this.kept.ladders;
  }

  /** The newest text of a ladder, in force or yet to come; undefined where there never was one. */
  async newest(code: string): Promise<KeptLadder | undefined> {
    const [newest] = await this.revisions(code, 1);
    return newest;
  }

  /** Its texts, the newest first. */
  revisions(code: string, most = 200): Promise<KeptLadder[]> {
    return this.store.query<LadderRow>(
      `select ${ladderColumns} from ladder l join ladder_revision r on r.code = l.code where l.code = $1 order by r.revision desc limit $2`,
      [code, most],
    );
  }
}
