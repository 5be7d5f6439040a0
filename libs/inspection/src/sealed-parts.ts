import type { Provider, Type } from '@nestjs/common';
import { SealedAttempts } from './usecases/sealed/custody/attempts.js';
import { SealedChain } from './usecases/sealed/custody/chain-store.js';
import { SealedCustody } from './usecases/sealed/custody/sealed-custody.js';
import { KeepKeepers } from './usecases/sealed/keep-keepers.js';
import { RecoverKey } from './usecases/sealed/recover-key.js';
import { SEALED_IDS, sealedIds } from './usecases/sealed/sealed-ids.js';
import { StartSealed } from './usecases/sealed/start-sealed.js';
import { WithdrawKeeper } from './usecases/sealed/withdraw-keeper.js';

/** Routes of sealed plans. */
export const sealedControllers: Type[] = [];

/** What they are answered by. */
export const sealedProviders: Provider[] = [
  { provide: SEALED_IDS, useValue: sealedIds },
  SealedChain,
  SealedAttempts,
  SealedCustody,
  StartSealed,
  KeepKeepers,
  WithdrawKeeper,
  RecoverKey,
];
