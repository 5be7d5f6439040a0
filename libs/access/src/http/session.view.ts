import type { Role } from '../roles.js';

/** The unit of a post. */
export class PostUnit {
  id: string;
  name: string;
  shortName: string;
}

/** A post of the signed-in person. */
export class PostView {
  id: string;
  role: Role;
  title: string;
  unit: PostUnit;
}

/** The signed-in person. */
export class MePerson {
  id: string;
  name: string;
}

/** The county and the bureau as they call themselves. */
export class CountyView {
  name: string;
  bureauName: string;
  /** True in the demonstration county: everybody in it is invented. */
  demo: boolean;
}

/** Who I am, in which post I act, and what that post may ever do. */
export class MeView {
  person: MePerson;
  login: string;
  acting: PostView | null;
  posts: PostView[];
  acts: string[];
  county: CountyView;
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
  current: boolean;
}
