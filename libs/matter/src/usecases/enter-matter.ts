import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { EvidenceLinks } from '@ducha/evidence';
import { IDS, type Ids } from '@ducha/kernel';
import { Numbers, Store } from '@ducha/store';
import type { EntityManager } from 'typeorm';
import { cleanCategory } from '../domain/category.js';
import type { MatterKind } from '../domain/matter-kind.js';
import { intakeNumber, intakeSeries } from '../domain/matter-number.js';
import { contentDigest } from '../import/read-draft.js';
import { matterFault } from '../matter-faults.js';
import { countyNow } from '../queries/county-now.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import { HandlingProposals, type NewHandlingProposal } from './handling-proposals.js';

/** A matter as a person enters it. The kind's own fields have been checked to be there. */
export interface EnterMatterCommand {
  readonly kind: MatterKind;
  readonly title: string;
  readonly body: string;
  readonly categories: readonly string[];
  readonly signatories: readonly { readonly name: string; readonly contact: string | null }[];
  readonly occurredAt: Date | null;
  readonly receivedAt: Date | null;
  readonly principalId: string | null;
  readonly meeting: string | null;
  readonly foreignId: string | null;
  /** The scanned original; files that the same person uploaded. */
  readonly evidenceIds: readonly string[];
  readonly handlingProposal: NewHandlingProposal | null;
  readonly by: Actor;
}

const insertSql = `
  insert into matter (id, kind, state, intake_no, title, body, category, needs_triage, foreign_id, content_sha256, occurred_at, received_at, principal_id,
    meeting, round, created_by, created_at, version)
  values ($1, $2, 'received', $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10, coalesce($11::timestamptz, now()), $12, $13, 1, $14, now(), 1)`;

/** Takes one matter in by hand: its number, its signatories, the scanned original, and if given the handling proposal with it. */
@Injectable()
export class EnterMatter {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly numbers: Numbers,
    private readonly evidence: EvidenceLinks,
    private readonly proposals: HandlingProposals,
    @Inject(IDS) private readonly ids: Ids,
  ) {}

  /** Answers its id. @throws Fault naming the field of whatever does not hold; `matter.alreadyEntered` */
  async run(command: EnterMatterCommand): Promise<string> {
    const { kind, by, principalId, occurredAt, receivedAt } = command;
    return this.store.transaction(async (tx) => {
      refuseForeignLeader(command);
      const principal = principalId === null ? undefined : { id: principalId, path: 'principalId' };
      await refuseWrongNames(this.store, { ...(principal && { principal }), past: { occurredAt, receivedAt } });
      const id = this.ids.next();
      await this.insert(tx, id, command);
      await this.evidence.tie(tx, command.evidenceIds, { type: 'matter', id }, id, by);
      const facts = { kind, principalId, evidence: command.evidenceIds.length };
      await this.audit.record(tx, { act: 'matter.enter', subject: { type: 'matter', id }, by, to: 'received', facts });
      if (command.handlingProposal) await this.proposals.put(tx, id, command.handlingProposal, by);
      return id;
    });
  }

  private async insert(tx: EntityManager, id: string, command: EnterMatterCommand): Promise<void> {
    const { kind, title, body, foreignId, occurredAt, receivedAt, principalId, meeting, by, signatories } = command;
    const { year } = await countyNow(this.store);
    const intakeNo = intakeNumber(kind, year, await this.numbers.next(intakeSeries(kind), year));
    const categories = [...new Set(command.categories.flatMap((category) => cleanCategory(category) ?? []))];
    const sha = contentDigest({ foreignId, title, body, askers: signatories.map(({ name }) => name), occurredAt });
    await tx.query(insertSql, [
      ...[id, kind, intakeNo, title, body, categories[0] ?? null, categories.length !== 1, foreignId, sha],
      ...[occurredAt, receivedAt, principalId, meeting, by.personId],
    ]);
    await tx.query('insert into matter_category (matter_id, category) select $1, unnest($2::text[])', [id, categories]);
    await tx.query(
      `insert into signatory (id, matter_id, name, contact, sort)
       select g.id, $1, g.name, g.contact, g.sort from jsonb_to_recordset($2::jsonb) as g(id uuid, name text, contact text, sort int)`,
      [
        id,
        JSON.stringify(
          signatories.map(({ name, contact }, at) => ({ id: this.ids.next(), name, contact, sort: at + 1 })),
        ),
      ],
    );
  }
}

/** A principal enters only his own instructions, an office only those of its leader. */
function refuseForeignLeader({ by, principalId }: EnterMatterCommand): void {
  const own = by.role === 'principal' ? by.personId : by.role === 'leader_office' ? by.servesPersonId : principalId;
  if (principalId !== null && principalId !== own)
    throw matterFault('notAddressedToYou', {}, [
      { path: 'principalId', message: 'is not the leader you act for', constraint: 'ownLeader' },
    ]);
}
