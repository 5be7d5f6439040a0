import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { OwnRetaliationView, RetaliationView } from '../../http/retaliation/retaliation.view.js';
import { unitSql } from '../finding/finding-sql.js';

/**
 * SQL: whether a report of this alias stays hidden from a person: who holds a post in the unit it is about, or below it, never learns of it.
 * @param person  SQL of the person’s id
 */
export const hiddenSql = (report: string, person: string): string => `
  exists (select 1 from post hp join unit hu on hu.id = hp.unit_id join unit ha on ha.id = ${report}.against_unit_id
    where hp.person_id = ${person} and hp.from_at <= now() and (hp.to_at is null or hp.to_at > now()) and starts_with(hu.path, ha.path))`;

/** Reports of retaliation, without whoever made them. */
@Injectable()
export class RetaliationReports {
  constructor(private readonly store: Store) {}

  all(by: Actor): Promise<RetaliationView[]> {
    return this.store.query<RetaliationView>(
      `select r.id, r.version, case when u.id is not null then ${unitSql('u')} end as against, r.words, r.reported_at as "reportedAt",
         r.settled_words as "settledWords", p.name as "settledBy", r.settled_at as "settledAt"
       from retaliation_report r left join unit u on u.id = r.against_unit_id left join person p on p.id = r.settled_by
       where not ${hiddenSql('r', '$1::uuid')} order by r.id desc limit 200`,
      [by.personId],
    );
  }

  mine({ personId }: Actor): Promise<OwnRetaliationView[]> {
    return this.store.query<OwnRetaliationView>(
      `select id, words, reported_at as "reportedAt", settled_at as "settledAt" from retaliation_report where reported_by = $1 order by id desc limit 50`,
      [personId],
    );
  }
}
