import type { Lifecycle } from '@ducha/kernel';
import { administratorRoles, type Role } from '../roles.js';

/** Where a request of two administrators stands. */
export type RequestState = 'requested' | 'granted' | 'refused' | 'withdrawn';

/** What moves it. */
export type RequestEvent = 'grant' | 'refuse' | 'withdraw';

/** One administrator asks, another person grants or refuses, or who asked withdraws. */
export const requestLifecycle: Lifecycle<RequestState, RequestEvent> = {
  initial: 'requested',
  moves: {
    requested: { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' },
    granted: {},
    refused: {},
    withdrawn: {},
  },
};

/** The lifecycles of this lib, for diagrams. */
export const lifecycles = { privilege_request: requestLifecycle };

/** What a request is about. */
export const requestKinds = ['give_post', 'end_post', 'reset_factors', 'reset_password'] as const;

/** One of them. */
export type RequestKind = (typeof requestKinds)[number];

/** Persons and kinds of administrator that a decision is judged by. */
export interface Deciding {
  readonly askedBy: string;
  readonly askedRole: string;
  readonly about: string;
  readonly decidedBy: string;
  readonly decidedRole: string;
}

/** Persons are compared, never accounts: a second account is no second person. */
export const isOwnRequest = ({ askedBy, about, decidedBy }: Deciding): boolean =>
  decidedBy === askedBy || decidedBy === about;

/** Two kinds of administrator always stand behind a grant. */
export const areSeparated = ({ askedRole, decidedRole }: Deciding): boolean => askedRole !== decidedRole;

/** The auditor of the administrators takes part only where one of the other two cannot: when it is about an administrator. */
export const mayTakePart = (role: Role, rolesConcerned: readonly string[]): boolean =>
  role !== 'auditadmin' || administratorRoles.some((administrator) => rolesConcerned.includes(administrator));
