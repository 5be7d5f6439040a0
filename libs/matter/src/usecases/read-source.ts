import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Store } from '@ducha/store';
import type { ProtectedSourceView } from '../http/source.view.js';
import { matterFault } from '../matter-faults.js';

interface SourceRow {
  signatoryId: string;
  name: string;
  contact: string | null;
  isOfficer: boolean;
}

const sourceSql = `
  select s.signatory_id as "signatoryId", s.name, s.contact, $2 in (s.first_officer_id, s.second_officer_id) as "isOfficer"
  from protected_source s join signatory g on g.id = s.signatory_id where s.matter_id = $1 order by g.sort`;

/** Tells one of the two named officers who a protected source is. Every reading, and every attempt, is recorded with its reason. */
@Injectable()
export class ReadSource {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
  ) {}

  /** @throws Fault `matter.noSource`, `matter.notSourceOfficer` */
  async run(matterId: string, reason: string, by: Actor): Promise<ProtectedSourceView[]> {
    const rows = await this.store.query<SourceRow>(sourceSql, [matterId, by.personId]);
    if (rows.length === 0) throw matterFault('noSource');
    const isOfficer = rows.every((row) => row.isOfficer);
    await this.audit.recordApart({
      act: isOfficer ? 'source.read' : 'source.refused',
      subject: { type: 'source', id: matterId },
      about: matterId,
      by,
      facts: { sources: rows.length },
      words: reason,
    });
    if (!isOfficer) throw matterFault('notSourceOfficer');
    return rows.map(({ signatoryId, name, contact }) => ({ signatoryId, name, contact }));
  }
}
