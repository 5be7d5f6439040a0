import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import type { OpenedTaskView, RegisteredBy } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { mandateCovers } from '../domain/standing-mandate.js';
import { matterFault } from '../matter-faults.js';
import { HandlingProposalRow } from '../rows/handling-proposal.row.js';
import type { MatterRow } from '../rows/matter.row.js';
import { mandateInForce } from './mandates-in-force.js';
import { readSeenMatter } from './matter-reading.js';
import { Registration, type TaskDraft } from './registration.js';

/** Registers one matter through one of its doors. */
export interface RegisterMatterCommand {
  readonly matterId: string;
  readonly version: number;
  readonly door: 'mandate' | 'instruction' | 'approved_proposal';
  /** The mandate, instruction or proposal; an instruction matter needs none, it is one. */
  readonly recordId: string | null;
  readonly draft: TaskDraft;
  readonly dispatch: boolean;
  readonly by: Actor;
}

interface Authority {
  readonly through: RegisteredBy;
  readonly principalId: string | null;
}

type Door = (matter: MatterRow, recordId: string | null, tx: EntityManager, store: Store) => Promise<Authority>;

/** 立项 by a standing mandate, by a principal's instruction, or by a proposal that was agreed. */
@Injectable()
export class RegisterMatter {
  constructor(
    private readonly store: Store,
    private readonly registration: Registration,
  ) {}

  /** @throws Fault when the door is not open for this matter, and those of `Registration` */
  async run({
    matterId,
    version,
    door,
    recordId,
    draft,
    dispatch,
    by,
  }: RegisterMatterCommand): Promise<OpenedTaskView> {
    return this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      if (seen.state !== 'received') throw matterFault('moveRefused', { from: seen.state, on: 'register' });
      const authority = await doors[door](seen, recordId, tx, this.store);
      return this.registration.run(tx, seen, { ...authority, draft, dispatch, by });
    });
  }
}

const doors: Record<RegisterMatterCommand['door'], Door> = {
  mandate: async (matter, recordId, tx, store) => {
    if (recordId === null) throw matterFault('mandateNotFound');
    const mandate = await mandateInForce(store, tx, recordId);
    if (!mandateCovers(mandate, matter)) throw matterFault('mandateDoesNotCover');
    if (matter.needsTriage) throw matterFault('needsTriage');
    return { through: { door: 'mandate', recordId }, principalId: null };
  },
  instruction: async (matter, recordId, tx) => {
    if (recordId === null && matter.kind === 'instruction')
      return { through: { door: 'instruction', recordId: matter.id }, principalId: matter.principalId };
    const [given] = await tx.query<{ given_by: string }[]>(
      `select given_by from instruction where id = $1 and subject_type = 'matter' and subject_id = $2 and kind = 'order' and disowned_at is null`,
      [recordId, matter.id],
    );
    if (!given) throw matterFault('instructionOpensNothing');
    return { through: { door: 'instruction', recordId }, principalId: given.given_by };
  },
  approved_proposal: async (matter, recordId, tx) => {
    const proposal =
      recordId === null ? null : await tx.findOneBy(HandlingProposalRow, { id: recordId, matterId: matter.id });
    if (!proposal) throw matterFault('proposalNotFound');
    if (proposal.decision !== 'agree') throw matterFault('proposalNotAgreed');
    return { through: { door: 'approved_proposal', recordId }, principalId: proposal.forPersonId };
  },
};
