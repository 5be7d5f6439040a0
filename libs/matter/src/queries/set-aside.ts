import { toldReason } from '../domain/told-reason.js';
import type { SetAsideView } from '../http/own-matter.view.js';

/** As SQL finds it: with the words that must not be told. */
export type SetAsideFacts = Omit<SetAsideView, 'receiptAt'> & {
  readonly receiptAt: string | null;
  readonly hidden: readonly string[];
};

const hidden = `(select coalesce(jsonb_agg(w.word), '[]') from protected_source s cross join lateral (values (s.name), (s.contact)) as w(word)
    where s.matter_id = m.id and w.word is not null)`;

// the reason of what was handed over lies with the hand-over, that of the others with the act; words that were purged are gone
const handedOver = `(select jsonb_build_object('manner', d.manner, 'toOrgan', d.to_organ, 'reason', d.reason, 'receiptNo', d.receipt_no,
    'receiptAt', d.receipt_at, 'hidden', ${hidden}) from hand_over d where d.matter_id = m.id order by d.handed_at desc, d.id desc limit 1)`;
const putAside = `(select jsonb_build_object('manner', case m.state when 'filed' then 'file' else 'decline' end, 'toOrgan', null, 'reason', w.words,
    'receiptNo', null, 'receiptAt', null, 'hidden', ${hidden}) from audit_row r left join audit_words w on w.row_id = r.id
    where r.subject_id = m.id and r.act = case m.state when 'filed' then 'matter.file' else 'matter.decline' end order by r.at desc, r.id desc limit 1)`;

/**
 * How a matter was put aside, for the row alias `m`; null while it is not, and always of an accusation: the way it takes is
 * nobody's to follow.
 */
export const setAsideColumn = `case when m.restricted then null when m.state = 'handed_over' then ${handedOver}
  when m.state in ('filed', 'declined') then ${putAside} end as "setAside"`;

/** The same as those who asked are told it. */
export function setAsideOf(facts: SetAsideFacts | null): SetAsideView | null {
  if (facts === null) return null;
  const { hidden: words, manner, toOrgan, reason, receiptNo, receiptAt } = facts;
  return {
    manner,
    toOrgan,
    reason: reason === null ? null : toldReason(reason, words),
    receiptNo,
    receiptAt: receiptAt === null ? null : new Date(receiptAt),
  };
}
