/**
 * SQL: the short name that a unit (alias `u` of the table `unit`) had at an instant; with a null instant the name of today.
 * Names are kept as former ones beside the change that ended them, so a unit that was never renamed costs one look at an index.
 */
export const unitNameAt = (u: string, at: string): string =>
  `coalesce((select former.former_short_name from unit_change former where former.unit_id = ${u}.id
     and former.former_short_name is not null and former.at > ${at} order by former.at limit 1), ${u}.short_name)`;

/**
 * SQL: an array of a unit (a placeholder) and of all whose business came to it when they ended, so that lists narrowed to
 * a unit also show what its predecessors left.
 */
export const unitsOfLine = (unitId: string): string =>
  `array(with recursive line(id) as (select ${unitId}::uuid union select p.id from unit p join line on p.successor_id = line.id) select id from line)`;
