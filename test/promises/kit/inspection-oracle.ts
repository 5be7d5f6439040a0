import type { Scope } from '@ducha/access';
import type { Reader } from './reader.js';
import type { KnownInspection, KnownOfInspection } from './planted-inspection.js';

const goesAlong = ({ released, members }: KnownInspection, { key }: Reader): boolean =>
  released && members.includes(key);

/** What a review shows to its reviewer, who may not ask for the same by its own address. */
export const givenToReview = ({ object, record }: KnownOfInspection, { key }: Reader): boolean =>
  (object === 'finding' || object === 'conclusion') && record.reviewer === key;

/** Whether a scope reaches what an inspection leaves behind, by what is known from planting it. */
export function reachesOfInspection(scope: Scope, known: KnownOfInspection, reader: Reader): boolean {
  const { units, key } = reader;
  switch (known.object) {
    case 'inspection': {
      const { record } = known;
      if (scope === 'all') return true;
      if (scope === 'released') return record.released;
      return scope === 'grouped' && goesAlong(record, reader);
    }
    case 'sealed_inspection':
      return scope === 'named' && known.record.named.includes(key);
    case 'finding':
      return findingReached(scope, known, reader);
    case 'conclusion': {
      const { unit, sent, inspection } = known.record;
      if (scope === 'all') return true;
      if (scope === 'own_unit') return sent && units.includes(unit);
      return scope === 'grouped' && goesAlong(inspection, reader);
    }
    case 'review':
      if (scope === 'all') return true;
      return scope === 'own'
        ? known.record.reviewer === key
        : scope === 'own_unit' && units.includes(known.record.unit);
  }
}

/** A clue of an offence: for whoever leads, and whoever handed it over. */
function findingReached(
  scope: Scope,
  { record }: Extract<KnownOfInspection, { object: 'finding' }>,
  reader: Reader,
): boolean {
  const { unit, told, handedBy, inspection } = record;
  if (handedBy !== null)
    return scope === 'all' && (['principal', 'bureau_head'].includes(reader.role) || handedBy === reader.key);
  if (scope === 'all') return true;
  if (scope === 'own_unit') return told && reader.units.includes(unit);
  return scope === 'grouped' && goesAlong(inspection, reader);
}
