import type { OutboxEntry } from '@ducha/store';

declare module '@ducha/queue' {
  interface Jobs {
    /** Sends one message to one recipient, if it is still to be sent. */
    'notice.deliver': { deliveryId: string };
  }
}

/** The bell of one message; each ring is a job of its own. */
export const deliveryBell = (deliveryId: string, ring: number): OutboxEntry => ({
  job: 'notice.deliver',
  payload: { deliveryId },
  key: `deliver_${deliveryId}_${ring}`,
});
