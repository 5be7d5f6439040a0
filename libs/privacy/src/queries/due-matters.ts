import type { RetentionPart } from '../domain/retention.js';

const hasSomething: Record<RetentionPart, string> = {
  contacts: 'exists (select 1 from signatory g where g.matter_id = m.id and (g.contact is not null or g.is_protected))',
  numbers: 'true',
  names: 'exists (select 1 from signatory g where g.matter_id = m.id)',
};

/**
 * SQL condition on matter `m`: this part of it is due. Ended before the instant, nothing of it runs, nobody holds it, and the
 * part was not purged before.
 * @param before  placeholder of the instant
 */
export const dueSql = (part: RetentionPart, before: string): string => `
  m.closed_at < ${before}::timestamptz and m.state in ('closed', 'filed', 'declined', 'handed_over') and ${hasSomething[part]}
  and not exists (select 1 from purge_tombstone b where b.matter_id = m.id and b.part = '${part}')
  and not exists (select 1 from matter_hold h where h.matter_id = m.id and h.lifted_at is null)
  and not exists (select 1 from task t where t.matter_id = m.id and t.state not in ('closed', 'effective', 'cancelled'))`;
