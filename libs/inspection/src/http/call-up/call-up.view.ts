/** What was told to those who were called at one time. */
export class CallUpOrderView {
  id: string;
  calledBy: string;
  calledAt: Date;
  startsAt: Date;
  endsAt: Date;
  place: string;
  lasts: string;
  bring: string | null;
  words: string | null;
}

/** A telephone changed hands. */
export class PhoneHandOverView {
  at: Date;
  /** Who took or gave it for the bureau. */
  by: string;
  /** The owner's drawn signature, the path of an SVG of 600 × 200. */
  signature: string;
}

/** A telephone in custody. */
export class PhoneView {
  description: string;
  handedIn: PhoneHandOverView;
  returned: PhoneHandOverView | null;
}

/** Somebody was rung up. */
export class RingView {
  at: Date;
  by: string;
  words: string;
}

/** Somebody called up, with the telephone to ring. */
export class CalledPersonView {
  id: string;
  orderId: string;
  personId: string;
  name: string;
  unit: string | null;
  title: string | null;
  telephone: string | null;
  acknowledgedAt: Date | null;
  arrivedAt: Date | null;
  withdrawnAt: Date | null;
  rings: RingView[];
  phone: PhoneView | null;
  /** Until when the last link for a device can be used. */
  linkUntil: Date | null;
  deviceEnrolledAt: Date | null;
  deviceReturnedAt: Date | null;
  /** Without an account nobody uses a device. */
  hasAccount: boolean;
}

/** Everybody called up for a sealed plan; who has not acknowledged comes first. */
export class CallUpListView {
  /** The plan's. */
  name: string;
  orders: CallUpOrderView[];
  people: CalledPersonView[];
}

/** The link that enrols a device, once. */
export class DeviceLinkView {
  token: string;
}
