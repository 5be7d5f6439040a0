import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Audit } from '@ducha/audit';
import { Notices } from '@ducha/notice';
import { compareAndSet, Store } from '@ducha/store';
import { emptyTask, leaderBehind, Leaders, OpeningFactsQuery } from '@ducha/task';
import type { EntityManager } from 'typeorm';
import { matterFault } from '../matter-faults.js';
import { refuseWrongNames } from '../queries/named-in-plan.js';
import { HandlingProposalRow } from '../rows/handling-proposal.row.js';
import type { NewHandlingProposal } from './handling-proposals.js';
import { readMatter } from './matter-reading.js';
import { Registration } from './registration.js';

/** A principal's decision, or his office's in his name. */
export interface DecideProposalCommand {
  readonly proposalId: string;
  readonly decision: 'agree' | 'disagree' | 'noted';
  readonly words: string | null;
  /** What the leader wants otherwise than proposed. */
  readonly changes: Partial<Omit<NewHandlingProposal, 'forPersonId'>>;
  readonly by: Actor;
}

/**
 * 同意 registers the matter, and sends it out where lead and date are known; 不同意 and 圈阅 leave it received.
 * An act of the office lies in the leader's tray as his instruction, which he may disown.
 */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly store: Store,
    private readonly audit: Audit,
    private readonly leaders: Leaders,
    private readonly notices: Notices,
    private readonly registration: Registration,
    private readonly facts: OpeningFactsQuery,
  ) {}

  /** Answers the matter's id. @throws Fault `matter.proposalNotFound`, `proposalDecided`, `notAddressedToYou`, and those of registering */
  async run(command: DecideProposalCommand): Promise<string> {
    const { proposalId, decision, words, changes, by } = command;
    return this.store.transaction(async (tx) => {
      const seen = await tx.findOneBy(HandlingProposalRow, { id: proposalId });
      refuseStranger(seen, by);
      if (seen.decision !== null) throw matterFault('proposalDecided', { decision: seen.decision });
      await refuseWrongNames(this.store, changes, 'changes.');
      const plan = changedPlan(seen, changes);
      const unitIds = decision === 'agree' ? await this.offendedBy(tx, seen.matterId, plan) : [];
      const instructionId = await this.say(tx, seen.matterId, command, unitIds);
      const decided = { ...plan, decision, decidedWords: words, decidedBy: by.personId, instructionId };
      await compareAndSet(tx, HandlingProposalRow, seen, { ...decided, decidedAt: () => 'now()' });
      const inNameOf = by.personId === seen.forPersonId ? null : seen.forPersonId;
      const facts = { decision, changed: changedFields(changes), ...(inNameOf !== null && { inNameOf }) };
      const act = {
        act: 'handling_proposal.decide',
        subject: { type: 'handling_proposal', id: proposalId },
        about: seen.matterId,
        by,
        to: decision,
      };
      await this.audit.record(tx, { ...act, facts, words });
      if (decision === 'agree') await this.register(tx, { ...seen, ...plan }, command, inNameOf);
      await this.tellProposer(tx, seen, decision);
      return seen.matterId;
    });
  }

  private async register(
    tx: EntityManager,
    proposal: HandlingProposalRow,
    { words, by }: DecideProposalCommand,
    inNameOf: string | null,
  ): Promise<void> {
    const { id, wording: demand, leadUnitId, assistUnitIds, dueAt, forPersonId: principalId } = proposal;
    const through = { door: 'approved_proposal', recordId: id } as const;
    const draft = { demand, dueAt, ...(leadUnitId !== null && { leadUnitId, assistUnitIds }) };
    // only what the leader himself saw goes out at once; a unit from the duty register is a suggestion
    const dispatch = leadUnitId !== null && dueAt !== null;
    const matter = await readMatter(tx, proposal.matterId);
    await this.registration.run(tx, matter, { through, draft, principalId, dispatch, by, inNameOf, words });
  }

  /** Townships that the leader agrees to although their duty lists say otherwise: his decision names them. */
  private async offendedBy(
    tx: EntityManager,
    matterId: string,
    { leadUnitId, assistUnitIds }: ReturnType<typeof changedPlan>,
  ): Promise<string[]> {
    const { category } = await readMatter(tx, matterId);
    return this.facts.offendedBy({ ...emptyTask, category, matterId, leadUnitId, assistUnitIds });
  }

  private async say(
    tx: EntityManager,
    matterId: string,
    { decision, words, by }: DecideProposalCommand,
    unitIds: readonly string[],
  ): Promise<string | null> {
    const kind = decision === 'agree' ? 'order' : decision === 'disagree' ? 'guidance' : 'reference';
    const silentWords = { agree: '同意', disagree: '不同意', noted: '已阅' }[decision];
    return this.leaders.sayWith(tx, by, {
      subject: { type: 'matter', id: matterId },
      kind,
      words,
      silentWords,
      unitIds,
    });
  }

  private async tellProposer(
    tx: EntityManager,
    { id, matterId, proposedBy }: HandlingProposalRow,
    decision: string,
  ): Promise<void> {
    const notice = {
      kind: 'handling_proposal.decided',
      dedupeKey: `handling_proposal.decided:${id}`,
      matterId,
      facts: { decision },
    };
    await this.notices.tell(tx, [{ ...notice, personId: proposedBy }]);
  }
}

type Changes = DecideProposalCommand['changes'];

const fields = ['wording', 'leadUnitId', 'assistUnitIds', 'dueAt'] as const;

const changedFields = (changes: Changes): string[] => fields.filter((field) => changes[field] !== undefined);

/** The proposal with what the leader wants otherwise; null takes a unit or date away, absent leaves it. */
function changedPlan(seen: HandlingProposalRow, { wording, leadUnitId, assistUnitIds, dueAt }: Changes) {
  return {
    wording: wording ?? seen.wording,
    leadUnitId: leadUnitId === undefined ? seen.leadUnitId : leadUnitId,
    assistUnitIds: [...(assistUnitIds ?? seen.assistUnitIds)],
    dueAt: dueAt === undefined ? seen.dueAt : dueAt,
  };
}

/** For an office whose leader it is not, the proposal does not exist; another principal may see it lies elsewhere. */
function refuseStranger(seen: HandlingProposalRow | null, by: Actor): asserts seen is HandlingProposalRow {
  if (!seen) throw matterFault('proposalNotFound');
  if (leaderBehind(by) === seen.forPersonId) return;
  throw matterFault(by.role === 'principal' ? 'notAddressedToYou' : 'proposalNotFound');
}
