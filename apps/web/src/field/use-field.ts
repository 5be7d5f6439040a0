import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { field, type FieldState } from './field';
import type { FieldDeed } from './field-item';
import type { Taken } from './outbox';

/** What this device keeps and what waits to be sent. */
export function useField(): FieldState {
  return useSyncExternalStore(field.subscribe, field.look);
}

/** Visits that can be made without signal, also after a reload: their sheets lie here, and the application opens. */
export function useReady(): ReadonlySet<string> {
  const { sheets, opens, lasting } = useField();
  return opens && lasting ? sheets : none;
}

const none: ReadonlySet<string> = new Set();

/** Something done on the spot. */
export interface Deed {
  deed: FieldDeed;
  /** When it was; now when absent. */
  capturedAt?: string;
  taken?: readonly Taken[];
  /** The refused thing that this one takes the place of. */
  instead?: string;
}

/**
 * Writes down what is done at a visit: kept on the device first, then sent as soon as there is a way.
 * @param deedsOf what a person's input comes to; one that takes a refused thing's place stands alone
 */
export function useDeeds<Input>(
  { visitId, where }: { visitId: string; where: string },
  deedsOf: (input: Input) => readonly Deed[],
  said?: string,
) {
  const { t } = useTranslation();
  const { person } = useMe();
  return useWrite<Input, readonly Deed[]>({
    run: async (input) => {
      const outbox = await field.openFor(person.id);
      const deeds = deedsOf(input);
      try {
        for (const { deed, capturedAt = new Date().toISOString(), taken = [], instead } of deeds) {
          if (instead === undefined) await outbox.add({ visitId, where, capturedAt, deed }, taken);
          else await outbox.mend(instead, deed, taken);
        }
      } catch {
        // the one thing that goes wrong here: the browser has no room, or keeps nothing at all
        throw new Problem(507, 'web.noRoom', t('field.noRoom'));
      }
      return deeds;
    },
    said: () => said ?? t('field.kept'),
    touches: [],
  });
}
