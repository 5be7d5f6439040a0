import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { Settings } from '@ducha/store';
import { AccessOptions } from './access-options.js';
import { DelegationList } from './delegations/delegation-list.query.js';
import { GiveDelegation } from './delegations/give-delegation.js';
import { AccountFactorsQuery } from './factors/account-factors.query.js';
import { EnrolFactors } from './factors/enrol-factors.js';
import { KeepFactors } from './factors/keep-factors.js';
import { Passkeys } from './factors/passkeys.js';
import { ProofWays } from './factors/proof-ways.js';
import { Prove } from './factors/prove.js';
import { RecoveryCodes } from './factors/recovery-codes.js';
import { Sealer } from './factors/sealer.js';
import { SignInRulesQuery } from './factors/sign-in-rules.query.js';
import { TotpFactors } from './factors/totp-factors.js';
import { AccessGuard } from './guard/access.guard.js';
import { Caller } from './guard/caller.js';
import { Routes } from './guard/routes.js';
import { AccountController } from './http/account.controller.js';
import { DelegationController } from './http/delegation.controller.js';
import { HoldingController } from './http/holding.controller.js';
import { PeopleController } from './http/people.controller.js';
import { FactorController } from './http/factor.controller.js';
import { OidcController } from './http/oidc.controller.js';
import { PersonController } from './http/person.controller.js';
import { PrivilegeController } from './http/privilege.controller.js';
import { EntryController } from './http/entry.controller.js';
import { RoleController } from './http/role.controller.js';
import { SessionController } from './http/session.controller.js';
import { SessionGiver } from './http/session-giver.js';
import { TokenController } from './http/token.controller.js';
import { IdentityProvider } from './oidc/identity-provider.js';
import { OidcSignIn } from './oidc/oidc-sign-in.js';
import { AccountList } from './people/account-list.query.js';
import { DisableAccount } from './people/disable-account.js';
import { KeepPeople } from './people/keep-people.js';
import { KeepPosts } from './people/keep-posts.js';
import { LetIn } from './people/let-in.js';
import { MapSubject } from './people/map-subject.js';
import { PassHoldings } from './people/pass-holdings.js';
import { People } from './people/people.js';
import { PeopleRegister } from './people/people-register.query.js';
import { Untaken } from './people/untaken.query.js';
import { PersonList } from './people/person-list.query.js';
import { PersonNames } from './people/person-names.query.js';
import { SettlePeople } from './people/settle-people.js';
import { TakePeople } from './people/take-people.js';
import { RoleTable } from './policy/role-table.query.js';
import { AskPrivilege } from './requests/ask-privilege.js';
import { DecidePrivilege } from './requests/decide-privilege.js';
import { GrantPrivilege } from './requests/grant-privilege.js';
import { RequestList } from './requests/request-list.query.js';
import { ChangePassword } from './sessions/change-password.js';
import { Devices } from './sessions/devices.js';
import { Entrance } from './sessions/entrance.js';
import { EntryLinks } from './sessions/entry-links.js';
import { Lockout } from './sessions/lockout.js';
import { MeQuery } from './sessions/me.query.js';
import { IssuedSessions } from './sessions/issued-sessions.js';
import { Passwords } from './sessions/passwords.js';
import { Sessions } from './sessions/sessions.js';
import { SignIn } from './sessions/sign-in.js';
import { SignInLinks } from './sessions/sign-in-links.js';
import { AccessTokens } from './tokens/access-tokens.js';
import { OwnTokens } from './tokens/own-tokens.js';

const controllers = [
  SessionController,
  FactorController,
  TokenController,
  OidcController,
  AccountController,
  PrivilegeController,
  PersonController,
  PeopleController,
  HoldingController,
  DelegationController,
  EntryController,
  RoleController,
];

const signingIn = [
  Lockout,
  Passwords,
  Sessions,
  Devices,
  Entrance,
  SignIn,
  SignInLinks,
  MeQuery,
  SessionGiver,
  EntryLinks,
  ChangePassword,
  IssuedSessions,
];
const factors = [
  SignInRulesQuery,
  Sealer,
  AccountFactorsQuery,
  TotpFactors,
  Passkeys,
  RecoveryCodes,
  ProofWays,
  Prove,
  EnrolFactors,
  KeepFactors,
];
const machines = [AccessTokens, OwnTokens, IdentityProvider, OidcSignIn];
const people = [
  People,
  SettlePeople,
  TakePeople,
  PersonList,
  PersonNames,
  AccountList,
  DisableAccount,
  MapSubject,
  LetIn,
];
const register = [PeopleRegister, KeepPeople, KeepPosts, PassHoldings, Untaken, DelegationList, GiveDelegation];
const requests = [AskPrivilege, DecidePrivilege, GrantPrivilege, RequestList, RoleTable];

/** Accounts, second factors, sessions, access tokens, posts, the policy and its guard. */
@Global()
@Module({})
export class AccessModule {
  /** @param settings provided by the application as well */
  static for(settings: Settings): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      controllers,
      providers: [
        { provide: Settings, useValue: settings },
        { provide: AccessOptions, useFactory: () => new AccessOptions(settings) },
        { provide: APP_GUARD, useClass: AccessGuard },
        Caller,
        Routes,
        ...signingIn,
        ...factors,
        ...machines,
        ...people,
        ...register,
        ...requests,
      ],
      exports: [
        AccessTokens,
        AccessOptions,
        AskPrivilege,
        DisableAccount,
        Entrance,
        EntryLinks,
        IssuedSessions,
        People,
        Passwords,
        PersonNames,
        SettlePeople,
        Sealer,
        SessionGiver,
        Sessions,
        SignInLinks,
        TakePeople,
      ],
    };
  }
}
