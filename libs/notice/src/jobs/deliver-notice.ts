import { Hold, Store } from '@ducha/store';
import { type Handles, JobHandler, type Outcome } from '@ducha/queue';
import type { Message, Receipt } from '../sending/messenger.js';
import { Messengers } from '../sending/messengers.js';
import { ClaimDelivery, type Claimed } from '../delivery/claim-delivery.js';
import { SettleDelivery } from '../delivery/settle-delivery.js';
import './jobs.js';

/**
 * Sends one message: claims it in one transaction, speaks to the outside without any, records the receipt in another. A
 * process that dies in between leaves a lease that runs out; the message then goes again under the same key, and only the
 * other side can know it for a repeat.
 */
@JobHandler('notice.deliver', { queue: 'bulk', concurrency: 8 })
export class DeliverNotice implements Handles<'notice.deliver'> {
  constructor(
    private readonly store: Store,
    private readonly claim: ClaimDelivery,
    private readonly settle: SettleDelivery,
    private readonly messengers: Messengers,
    private readonly hold: Hold,
  ) {}

  async run({ deliveryId }: { deliveryId: string }): Promise<Outcome> {
    if (await this.hold.isHeld()) return 'stale';
    const claimed = await this.store.transaction((tx) => this.claim.run(tx, deliveryId));
    if (claimed === undefined) return 'stale';
    const receipt = await this.send(claimed);
    await this.store.transaction((tx) => this.settle.run(tx, claimed, receipt));
    return 'done';
  }

  private async send({ id, at, channel, to, said }: Claimed): Promise<Receipt> {
    const message: Message = { key: id, at, to, ...said };
    return channel === null ? { verdict: 'park', code: 'secret_unreadable' } : this.messengers.send(channel, message);
  }
}
