const person = (id: string): string =>
  `(select jsonb_build_object('id', p.id, 'name', p.name) from person p where p.id = ${id})`;

const restriction = `case when m.restricted then jsonb_build_object(
    'accusedUnits', (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'shortName', u.short_name)), '[]') from matter_accused a join unit u on u.id = a.unit_id where a.matter_id = m.id),
    'accusedPersons', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)), '[]') from matter_accused a join person p on p.id = a.person_id where a.matter_id = m.id),
    'keepers', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name)), '[]') from matter_keeper k join person p on p.id = k.person_id where k.matter_id = m.id)) end`;

const handOvers = `(select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'manner', d.manner, 'toOrgan', d.to_organ, 'reason', d.reason,
    'handedBy', ${person('d.handed_by')}, 'handedAt', d.handed_at, 'receivedBy', d.received_by, 'receiptNo', d.receipt_no, 'receiptAt', d.receipt_at)
    order by d.handed_at desc), '[]') from hand_over d where d.matter_id = m.id)`;

const callBacks = `(select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'signatoryId', c.signatory_id, 'round', c.round, 'reached', c.reached, 'solved', c.solved,
    'feedback', c.feedback, 'words', c.words, 'contactedAt', c.contacted_at, 'madeBy', ${person('c.made_by')}) order by c.made_at desc), '[]')
    from call_back c where c.matter_id = m.id)`;

/** Columns of what is filed with a matter beside its text, for the row alias `m`. */
export const filedColumns = `${restriction} as restriction, ${handOvers} as "handOvers", ${callBacks} as "callBacks"`;
