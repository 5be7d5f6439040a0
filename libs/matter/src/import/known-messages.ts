import type { Store } from '@ducha/store';
import type { MatterKind } from '../domain/matter-kind.js';
import type { Draft } from './read-draft.js';
import { keyOf } from './sheet-intake.js';

interface KnownMessage {
  foreignId: string | null;
  contentSha256: string;
}

const knownSql = `
  with given as (select * from unnest($2::text[], $3::text[]) as g(foreign_id, sha))
  select g.foreign_id as "foreignId", g.sha as "contentSha256" from given g
    join matter m on m.kind = $1 and m.foreign_id = g.foreign_id and m.content_sha256 = decode(g.sha, 'hex')
  union
  select null, g.sha from given g
    join matter m on m.content_sha256 = decode(g.sha, 'hex') and m.foreign_id is null and m.kind = $1 and m.import_id is not null
  where g.foreign_id is null`;

/** Keys of messages that were taken in before: same kind, same number of the source, same text. */
export async function knownMessages(
  store: Store,
  kind: MatterKind,
  drafts: readonly Draft[],
): Promise<ReadonlySet<string>> {
  if (drafts.length === 0) return new Set();
  const params = [kind, drafts.map(({ foreignId }) => foreignId), drafts.map(({ contentSha256 }) => contentSha256)];
  const rows = await store.query<KnownMessage>(knownSql, params);
  return new Set(rows.map(keyOf));
}
