import type { Provider, Type } from '@nestjs/common';
import { SealedKeeperController } from './http/sealed/sealed-keeper.controller.js';
import { SealedStepsController } from './http/sealed/sealed-steps.controller.js';
import { SealedController } from './http/sealed/sealed.controller.js';
import { SealedList } from './queries/sealed/sealed-list.query.js';
import { SealedPage } from './queries/sealed/sealed-page.query.js';
import { SealedStory } from './queries/sealed/sealed-story.query.js';
import { AmendSealed } from './usecases/sealed/amend-sealed.js';
import { AskRelease } from './usecases/sealed/ask-release.js';
import { SealedAttempts } from './usecases/sealed/custody/attempts.js';
import { SealedChain } from './usecases/sealed/custody/chain-store.js';
import { SealedCustody } from './usecases/sealed/custody/sealed-custody.js';
import { DraftSealed } from './usecases/sealed/draft-sealed.js';
import { DrawSealed } from './usecases/sealed/draw-sealed.js';
import { KeepKeepers } from './usecases/sealed/keep-keepers.js';
import { RecoverKey } from './usecases/sealed/recover-key.js';
import { ReleaseSealed } from './usecases/sealed/release-sealed.js';
import { SealPlan } from './usecases/sealed/seal-plan.js';
import { SEALED_IDS, sealedIds } from './usecases/sealed/sealed-ids.js';
import { StartSealed } from './usecases/sealed/start-sealed.js';
import { WithdrawKeeper } from './usecases/sealed/withdraw-keeper.js';

/** Routes of sealed plans. */
export const sealedControllers: Type[] = [SealedController, SealedStepsController, SealedKeeperController];

/** What they are answered by. */
export const sealedProviders: Provider[] = [
  { provide: SEALED_IDS, useValue: sealedIds },
  ...[SealedChain, SealedAttempts, SealedCustody],
  ...[SealedList, SealedPage, SealedStory],
  ...[StartSealed, DraftSealed, AmendSealed, DrawSealed, SealPlan, AskRelease, ReleaseSealed],
  ...[KeepKeepers, WithdrawKeeper, RecoverKey],
];
