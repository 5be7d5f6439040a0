import type { EntityManager } from 'typeorm';
import type { Releaser } from '../../domain/sealed/sealed-release.js';

/** Somebody who asks for a release or confirmed it, with when. */
export interface AskedRow extends Releaser {
  readonly name: string;
  readonly at: Date;
  readonly until: Date;
}

/** Who asks for the release of this version and who confirmed it, while that stands. */
export const askedOf = (asked: Pick<EntityManager, 'query'>, sealedId: string, version: number): Promise<AskedRow[]> =>
  asked.query<AskedRow[]>(
    `select a.person_id as "personId", a.asks, k.capacity, p.name, a.at, a.until from sealed_asked a
       join sealed_keeper k on k.sealed_id = a.sealed_id and k.person_id = a.person_id join person p on p.id = a.person_id
     where a.sealed_id = $1 and a.version = $2 and a.until > now() order by a.asks desc, a.at, a.person_id`,
    [sealedId, version],
  );
