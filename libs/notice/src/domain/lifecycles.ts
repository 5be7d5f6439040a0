import type { Lifecycle } from '@ducha/kernel';

/** Where a message stands. */
export type DeliveryState = 'gathering' | 'waiting' | 'sending' | 'sent' | 'parked' | 'dropped';

/** What moves it. */
export type DeliveryEvent = 'start' | 'take' | 'fail' | 'park' | 'drop' | 'retry';

/** One message to one recipient: it gathers what there is to say, goes out, and ends taken, parked or without anything left to say. */
export const deliveryLifecycle: Lifecycle<DeliveryState, DeliveryEvent> = {
  initial: 'gathering',
  moves: {
    gathering: { start: 'sending', drop: 'dropped' },
    waiting: { start: 'sending', drop: 'dropped' },
    sending: { take: 'sent', fail: 'waiting', park: 'parked', drop: 'dropped' },
    parked: { retry: 'waiting' },
    sent: {},
    dropped: {},
  },
};

/** Where an address stands that messages may go to. */
export type AddressState = 'requested' | 'allowed' | 'refused' | 'withdrawn' | 'ended';

/** What moves it. */
export type AddressEvent = 'allow' | 'refuse' | 'withdraw' | 'end';

/** One administrator asks, an administrator of another kind decides; ending it takes one. */
export const addressLifecycle: Lifecycle<AddressState, AddressEvent> = {
  initial: 'requested',
  moves: {
    requested: { allow: 'allowed', refuse: 'refused', withdraw: 'withdrawn' },
    allowed: { end: 'ended' },
    refused: {},
    withdrawn: {},
    ended: {},
  },
};

/** The lifecycles of this lib, for diagrams. */
export const lifecycles = { notice_delivery: deliveryLifecycle, notice_address: addressLifecycle };
