import type { Role } from '../roles.js';

/** The unit of a post. */
export class PostUnit {
  id: string;
  name: string;
  shortName: string;
}

/** The signed-in person. */
export class MePerson {
  id: string;
  name: string;
}

/** A post of the signed-in person, or one in which they act under a delegation; then the id is the delegation's. */
export class PostView {
  id: string;
  role: Role;
  title: string;
  unit: PostUnit;
  /** Who lent the post's acts; null in one's own. */
  inNameOf: MePerson | null;
  /** When the delegation ends. */
  until: Date | null;
}

/** The county and the bureau as they call themselves. */
export class CountyView {
  name: string;
  bureauName: string;
  /** True in the demonstration county: everybody in it is invented. */
  demo: boolean;
}

/** Who I am, in which post I act, and what that post may ever do; only names before the second factor. */
export class MeView {
  /** `factor`: the second factor is still to be shown; `enrol`: one is to be enrolled first. */
  stage: 'open' | 'factor' | 'enrol';
  /** How I can prove who I am, the best first. */
  ways: ('passkey' | 'totp' | 'recovery' | 'password')[];
  person: MePerson;
  login: string;
  acting: PostView | null;
  posts: PostView[];
  acts: string[];
  county: CountyView;
  /** This device was issued for one inspection; it waits while there is no acting post. */
  issued: boolean;
}

/** Who a one-time link would sign in. */
export class LinkPreviewView {
  person: string;
  title: string;
  unit: string;
}

/** One open session of mine. */
export class DeviceView {
  id: string;
  device: string;
  source: string;
  createdAt: Date;
  seenAt: Date;
  current: boolean;
}

/** How many other devices were signed out. */
export class ClosedDevicesView {
  closed: number;
}
