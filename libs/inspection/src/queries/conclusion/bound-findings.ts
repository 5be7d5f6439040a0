import { standingSql } from '../../domain/finding/standing.js';
import { siteSql } from '../finding/finding-sql.js';

/** The files on some records as a JSON list of evidence views. */
export const filesSql = (aboutIds: string): string => `
  (select coalesce(jsonb_agg(jsonb_build_object('id', e.id, 'fileName', e.file_name, 'mediaType', e.media_type, 'sizeBytes', e.size_bytes,
     'sha256', encode(e.sha256, 'hex'), 'happenedAt', e.happened_at, 'capturedAt', e.captured_at, 'receivedAt', e.received_at) order by l.linked_at, e.id), '[]')
   from evidence_link l join evidence e on e.id = l.evidence_id where l.about_id in (${aboutIds}))`;

/** The findings of the conclusion of an alias as a JSON list of `BoundFindingView`. */
export const boundSql = (conclusion: string): string => `
  (select coalesce(jsonb_agg(jsonb_build_object('findingId', f.id, 'words', b.words, 'severity', f.severity, 'standing', ${standingSql('f', 't')}, 'site', ${siteSql('s')},
     'clauseText', (select value ->> 'text' from standard_version v, jsonb_array_elements(v.clauses)
        where v.standard_id = f.standard_id and v.number = f.standard_number and value ->> 'key' = f.clause_key),
     'evidence', ${filesSql('select m.id from finding m where m.id = f.id or m.merged_into = f.id')},
     'taskId', f.task_id, 'taskDueAt', t.due_at, 'point', b.point, 'pointOutcome', b.point_outcome, 'pointReason', b.point_reason) order by f.id), '[]')
   from conclusion_finding b join finding f on f.id = b.finding_id left join site s on s.id = f.site_id left join task t on t.id = f.task_id
   where b.conclusion_id = ${conclusion}.id and not f.restricted)`;
