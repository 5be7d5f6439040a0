import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessOptions } from './access-options.js';
import { AccessGuard } from './guard/access.guard.js';
import { RoutesHaveActs } from './guard/routes-have-acts.js';
import { PersonController } from './http/person.controller.js';
import { SessionController } from './http/session.controller.js';
import { People } from './people/people.js';
import { PersonList } from './people/person-list.query.js';
import { PersonNames } from './people/person-names.query.js';
import { SettlePeople } from './people/settle-people.js';
import { Lockout } from './sessions/lockout.js';
import { MeQuery } from './sessions/me.query.js';
import { Passwords } from './sessions/passwords.js';
import { Sessions } from './sessions/sessions.js';
import { SignIn } from './sessions/sign-in.js';
import { SignInLinks } from './sessions/sign-in-links.js';

/** Accounts, sessions, posts, the policy and its guard. */
@Global()
@Module({})
export class AccessModule {
  /** @param publicUrl `PUBLIC_URL`; decides the cookie's name, Secure and the Origin check */
  static for(publicUrl: string | undefined): DynamicModule {
    return {
      module: AccessModule,
      imports: [DiscoveryModule],
      controllers: [SessionController, PersonController],
      providers: [
        { provide: AccessOptions, useFactory: () => new AccessOptions(publicUrl) },
        { provide: APP_GUARD, useClass: AccessGuard },
        RoutesHaveActs,
        Lockout,
        Passwords,
        Sessions,
        SignIn,
        SignInLinks,
        MeQuery,
        People,
        SettlePeople,
        PersonList,
        PersonNames,
      ],
      exports: [AccessOptions, People, SettlePeople, PersonNames, Passwords, Sessions, SignInLinks],
    };
  }
}
