import type { Provider, Type } from '@nestjs/common';
import { CallUpController } from './http/call-up/call-up.controller.js';
import { CalledController } from './http/call-up/called.controller.js';
import { CalledPeople } from './queries/call-up/called-people.query.js';
import { OwnCallUps } from './queries/call-up/own-call-ups.query.js';
import { CallPeople } from './usecases/call-up/call-people.js';
import { IssueDevices } from './usecases/call-up/issue-devices.js';
import { KeepCallUps } from './usecases/call-up/keep-call-ups.js';

/** Routes of call-ups and issued devices. */
export const callUpControllers: Type[] = [CallUpController, CalledController];

/** What they are answered by. */
export const callUpProviders: Provider[] = [CallPeople, KeepCallUps, IssueDevices, OwnCallUps, CalledPeople];
