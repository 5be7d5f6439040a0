import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FieldValues } from '../domain/kind-fields.js';
import type { MatterKind } from '../domain/matter-kind.js';
import type { MatterState } from '../domain/matter-lifecycle.js';

/** A matter. `contentSha256` identifies the text as it came in, whatever triage made of it later. */
@Entity('matter')
export class MatterRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') kind: MatterKind;
  @Column('text') state: MatterState;
  @Column('text') intakeNo: string;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text') title: string;
  @Column('text') body: string;
  @Column('text', { nullable: true }) category: string | null;
  @Column('boolean') needsTriage: boolean;
  @Column('text', { nullable: true }) foreignId: string | null;
  @Column('bytea') contentSha256: Buffer;
  @Column('timestamptz', { nullable: true }) occurredAt: Date | null;
  @Column('timestamptz') receivedAt: Date;
  @Column('uuid', { nullable: true }) principalId: string | null;
  @Column('text', { nullable: true }) meeting: string | null;
  /** What only its kind has, by the table of the kind. */
  @Column('jsonb') fields: FieldValues;
  /** An accusation: reaches only who may handle it. */
  @Column('boolean') restricted: boolean;
  @Column('uuid', { nullable: true }) importId: string | null;
  @Column('uuid', { nullable: true }) mergedIntoId: string | null;
  @Column('uuid', { nullable: true }) mandateId: string | null;
  @Column('timestamptz', { nullable: true }) registeredAt: Date | null;
  @Column('uuid', { nullable: true }) registeredBy: string | null;
  @Column('timestamptz', { nullable: true }) closedAt: Date | null;
  /** Grows whenever an ended matter comes back; replies belong to a round. */
  @Column('int') round: number;
  /** Null: entered at the command line. */
  @Column('uuid', { nullable: true }) createdBy: string | null;
  @Column('timestamptz') createdAt: Date;
  @Column('int') version: number;
}
