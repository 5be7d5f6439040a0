import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { IDS, type Ids } from '@ducha/kernel';
import { Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { cleanCategory } from '../domain/category.js';
import type { FieldValues } from '../domain/kind-fields.js';
import type { MatterKind } from '../domain/matter-kind.js';
import { intakeSeries, RESTRICTED_SERIES } from '../domain/matter-number.js';
import { contentDigest } from '../import/read-draft.js';
import { countyNow } from '../queries/county-now.js';
import { Numbering } from './numbering.js';
import { type NewRestriction, Restriction } from './restriction.js';
import { type NewSignatory, SignatoryWriter } from './signatory-writer.js';

/** A matter as it is written down when it comes in by hand. */
export interface NewMatterRecord {
  readonly kind: MatterKind;
  readonly title: string;
  readonly body: string;
  readonly categories: readonly string[];
  readonly signatories: readonly NewSignatory[];
  readonly occurredAt: Date | null;
  readonly receivedAt: Date | null;
  readonly principalId: string | null;
  readonly meeting: string | null;
  readonly foreignId: string | null;
  readonly fields: FieldValues;
  /** Set: an accusation, which only goes the restricted way. */
  readonly restriction: NewRestriction | null;
  /** The two who may read protected identities. */
  readonly sourceOfficerIds: readonly string[];
  readonly by: Actor;
}

const insertSql = `
  insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, foreign_id, content_sha256, occurred_at, received_at, principal_id,
    meeting, fields, restricted, round, created_by, created_at, version)
  values ($1, $2, 'received', $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, coalesce($11::timestamptz, now()), $12, $13, $14, $15, 1, $16, now(), 1)`;

/** Writes a new matter with its number, categories, signatories and, for an accusation, its restriction. */
@Injectable()
export class MatterRecords {
  constructor(
    private readonly store: Store,
    private readonly numbering: Numbering,
    private readonly signatories: SignatoryWriter,
    private readonly restriction: Restriction,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers its id. @throws Fault naming the field of a signatory, accused or keeper that does not hold */
  async write(tx: EntityManager, record: NewMatterRecord): Promise<string> {
    const id = this.ids.next();
    const { kind, title, body, foreignId, occurredAt, receivedAt, principalId, meeting, by, restriction } = record;
    const { year } = await countyNow(this.store);
    const isRestricted = restriction !== null;
    const intakeNo = await this.numbering.next(isRestricted ? RESTRICTED_SERIES : intakeSeries(kind), year);
    const categories = [...new Set(record.categories.flatMap((category) => cleanCategory(category) ?? []))];
    await tx.query(insertSql, [
      ...[
        id,
        kind,
        intakeNo,
        title,
        body,
        categories[0] ?? null,
        categories.length !== 1,
        isRestricted ? null : foreignId,
      ],
      ...[isRestricted ? hiddenIdentity(id) : identity(record), occurredAt, receivedAt, principalId, meeting],
      ...[JSON.stringify(record.fields), isRestricted, by.personId],
    ]);
    await tx.query('insert into matter_category (matter_id, category) select $1, unnest($2::text[])', [id, categories]);
    await this.signatories.write(tx, id, record.signatories, record.sourceOfficerIds);
    if (restriction) await this.restriction.put(tx, id, restriction, by, 'restriction.');
    return id;
  }
}

const identity = ({ foreignId, title, body, signatories, occurredAt }: NewMatterRecord): string =>
  contentDigest({ foreignId, title, body, askers: signatories.map(({ name }) => name), occurredAt });

/** Who enters the same text again must not learn from a refusal that it is here. */
const hiddenIdentity = (id: string): string => createHash('sha256').update(`restricted ${id}`).digest('hex');
