import { Injectable } from '@nestjs/common';
import { type Actor, scopeSql, SqlParams } from '@ducha/access';
import { idsAt, prepared, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { evidenceFault } from '../evidence-faults.js';
import type { EvidenceView } from '../http/evidence.view.js';
import { evidenceColumns } from './evidence-columns.js';

/** A file as it is served. */
export interface ServedFile {
  readonly key: string;
  readonly fileName: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
}

const tieSql = prepared(`
  insert into evidence_link (evidence_id, subject_type, subject_id, about_id, linked_at)
  select e.id, $2, $3, $4, now() from evidence e where e.id = any(${idsAt('$1')}) and e.uploaded_by = $5 returning evidence_id`);

/** Ties evidence to records and finds it again. */
@Injectable()
export class EvidenceLinks {
  constructor(private readonly store: Store) {}

  /**
   * Ties files that the actor uploaded to a record, in the record's transaction.
   * @param subject what they prove (an answer, a verification, a matter)
   * @param aboutId the task or matter on whose page they stand; who may read that may read them
   * @throws Fault `evidence.notYours` naming `evidenceIds`
   */
  async tie(
    tx: EntityManager,
    evidenceIds: readonly string[],
    subject: { type: string; id: string },
    aboutId: string,
    by: Actor,
  ): Promise<void> {
    const wanted = [...new Set(evidenceIds)];
    if (wanted.length === 0) return;
    const tied = await tx.query<unknown[]>(tieSql, [wanted, subject.type, subject.id, aboutId, by.personId]);
    if (tied.length !== wanted.length)
      throw evidenceFault('notYours', {}, [
        { path: 'evidenceIds', message: 'names evidence that is not yours', constraint: 'ownEvidence' },
      ]);
  }

  /** Files on a record's page, with the record they prove. */
  about(aboutId: string): Promise<(EvidenceView & { subjectType: string; subjectId: string })[]> {
    return this.store.query(
      prepared(`select ${evidenceColumns}, l.subject_type as "subjectType", l.subject_id as "subjectId"
       from evidence_link l join evidence e on e.id = l.evidence_id where l.about_id = $1 order by l.linked_at, e.id limit 500`),
      [aboutId],
    );
  }

  /** The file, when the actor uploaded it or may read a record it stands on. @throws Fault `evidence.notFound` */
  async served(id: string, by: Actor): Promise<ServedFile> {
    const params = new SqlParams();
    const evidence = params.add(id);
    const own = params.add(by.personId);
    const task = scopeSql('task.read', by, 't', params);
    const matter = scopeSql('matter.read', by, 'm', params);
    const inside = scopeSql('errand.read', by, 'a', params);
    const finding = scopeSql('finding.read', by, 'f', params);
    const review = scopeSql('review.read', by, 'r', params);
    const conclusion = scopeSql('conclusion.read', by, 'c', params);
    const file = await this.store.queryOne<ServedFile>(
      prepared(`select encode(e.sha256, 'hex') as key, e.file_name as "fileName", e.media_type as "mediaType", e.size_bytes::float8 as "sizeBytes"
       from evidence e where e.id = ${evidence}::uuid and (e.uploaded_by = ${own}::uuid
         or exists (select 1 from evidence_link l join task t on t.id = l.about_id where l.evidence_id = e.id and ${task})
         or exists (select 1 from evidence_link l join matter m on m.id = l.about_id where l.evidence_id = e.id and ${matter})
         or exists (select 1 from evidence_link l join assignment a on a.id = l.about_id where l.evidence_id = e.id and ${inside})
         or exists (select 1 from evidence_link l join finding f on f.id = l.about_id where l.evidence_id = e.id and ${finding})
         or exists (select 1 from evidence_link l join conclusion_finding b on b.finding_id = l.about_id join review r on r.conclusion_id = b.conclusion_id where l.evidence_id = e.id and ${review})
         or exists (select 1 from evidence_link l join conclusion c on c.id = l.about_id where l.evidence_id = e.id and ${conclusion})
         or exists (select 1 from evidence_link l join review r on r.conclusion_id = l.about_id where l.evidence_id = e.id and ${review})
         or exists (select 1 from evidence_link l join review r on r.id = l.about_id where l.evidence_id = e.id and ${review}))`),
      params.values,
    );
    if (!file) throw evidenceFault('notFound');
    return file;
  }
}
