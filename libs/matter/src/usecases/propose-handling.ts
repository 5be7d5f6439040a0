import { Injectable } from '@nestjs/common';
import type { Actor } from '@ducha/access';
import { Store } from '@ducha/store';
import { matterFault } from '../matter-faults.js';
import { HandlingProposals, type NewHandlingProposal } from './handling-proposals.js';
import { readSeenMatter } from './matter-reading.js';
import { SecrecyScreen } from './secrecy-screen.js';

/** A handling proposal on a matter that has come in. */
export interface ProposeHandlingCommand {
  readonly matterId: string;
  readonly version: number;
  readonly proposal: NewHandlingProposal;
  readonly by: Actor;
}

/** Puts a handling proposal before a principal; the matter stays received until it is decided. */
@Injectable()
export class ProposeHandling {
  constructor(
    private readonly store: Store,
    private readonly proposals: HandlingProposals,
    private readonly secrecy: SecrecyScreen,
  ) {}

  /** @throws Fault `matter.moveRefused` unless received, `matter.proposalPending`, and what `HandlingProposals.put` refuses */
  async run({ matterId, version, proposal, by }: ProposeHandlingCommand): Promise<void> {
    await this.store.transaction(async (tx) => {
      const seen = await readSeenMatter(tx, { id: matterId, version });
      if (seen.state !== 'received') throw matterFault('moveRefused', { from: seen.state, on: 'propose' });
      if (seen.restricted) throw matterFault('restrictedWay');
      await this.secrecy.refuse({ 'handlingProposal.wording': proposal.wording }, by);
      await this.proposals.put(tx, matterId, proposal, by);
      await tx.query('update matter set version = version + 1 where id = $1', [matterId]);
    });
  }
}
