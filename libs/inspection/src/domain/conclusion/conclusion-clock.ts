/** What is counted on the way of a conclusion: the object’s check and application, the government’s word on either. */
export type ConclusionClock = 'fact_check' | 'fact_point' | 'review_apply' | 'review_decide';

const latest = (conclusion: string, kind: ConclusionClock, value: string): string =>
  `(select ${value} from clock lk where lk.conclusion_id = ${conclusion}.id and lk.kind = '${kind}' order by lk.armed_at desc, lk.id desc limit 1)`;

/** SQL: when the latest clock of a kind of a conclusion of this alias ends or ended; null where there was none. */
export const endOfSql = (conclusion: string, kind: ConclusionClock): string => latest(conclusion, kind, 'lk.due_at');

/** SQL: by which rule, as `profile/rule`. */
export const basisOfSql = (conclusion: string, kind: ConclusionClock): string =>
  latest(conclusion, kind, `lk.profile || '/' || lk.rule`);

/** SQL: until when the object may apply for review of what it was served; null before the service. */
export const reviewUntilSql = (conclusion: string): string =>
  `case when ${conclusion}.served_at is not null then ${endOfSql(conclusion, 'review_apply')} end`;
