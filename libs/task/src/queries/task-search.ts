import { Injectable } from '@nestjs/common';
import type { SqlParams } from '@ducha/access';
import { Store } from '@ducha/store';

/** Words in more tasks than this are looked for along the list's own order. */
const fewTasks = 3_000;

/** Makes the condition on the task alias `t`. */
export type SearchCondition = (params: SqlParams) => string;

/**
 * Finds tasks by words of their number or title. A word is looked up as pairs of characters, which PostgreSQL takes for
 * independent of each other: it believes every longer word to be rare and collects all its tasks before it sorts them.
 * So the word is counted first. A rare one goes through the index; a frequent one is tried row by row in the order of the
 * list, where a page is soon full.
 */
@Injectable()
export class TaskSearch {
  constructor(private readonly store: Store) {}

  async conditionFor(words: string): Promise<SearchCondition> {
    const found = await this.store.queryOne<{ n: number }>(
      `select count(*)::int as n from (select 1 from task t where ${indexed('$1')} limit ${fewTasks + 1}) as f`,
      [words],
    );
    const isRare = (found?.n ?? 0) <= fewTasks;
    return (params) => (isRare ? indexed : rowByRow)(params.add(words));
  }
}

const indexed = (words: string): string => `t.search @@ bigram_query(${words})`;
/** Inside a case neither the index nor the wrong guess comes into the plan. */
const rowByRow = (words: string): string => `case when t.search @@ bigram_query(${words}) then true else false end`;
