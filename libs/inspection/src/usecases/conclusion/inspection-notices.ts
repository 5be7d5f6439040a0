import { Injectable } from '@nestjs/common';
import { Notices } from '@ducha/notice';
import type { EntityManager } from 'typeorm';

/** Something that an object, the bureau or one person should know about a conclusion. */
export interface ConclusionNews {
  readonly kind: string;
  readonly conclusionId: string;
  readonly key: string;
  readonly unitId?: string;
  readonly personIds?: readonly string[];
  readonly facts?: Readonly<Record<string, string | number | null>>;
}

/** Tells of conclusions and reviews. */
@Injectable()
export class InspectionNotices {
  constructor(private readonly notices: Notices) {}

  async tell(
    tx: EntityManager,
    { kind, conclusionId, key, unitId, personIds = [], facts = {} }: ConclusionNews,
  ): Promise<void> {
    const news = { kind, facts: { conclusionId, ...facts } };
    const readers = [...(unitId === undefined ? [] : [{ unitId }]), ...personIds.map((personId) => ({ personId }))];
    await this.notices.tell(
      tx,
      readers.map((reader) => ({
        ...news,
        ...reader,
        dedupeKey: `${kind}:${conclusionId}:${key}:${Object.values(reader).join()}`,
      })),
    );
  }

  /** Everybody who holds a role today. */
  async holding(tx: EntityManager, ...roles: string[]): Promise<string[]> {
    const held = await tx.query<{ id: string }[]>(
      'select distinct person_id as id from post where role = any($1) and from_at <= now() and (to_at is null or to_at > now())',
      [roles],
    );
    return held.map(({ id }) => id);
  }
}
