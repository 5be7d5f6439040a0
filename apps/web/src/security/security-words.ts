import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { z } from '../api/shape';
import { useProblemWords } from '../shared/problem-words';
import { PasskeyDeclined } from './passkey';

/** What went wrong with a proof, in words: a declined passkey, a wait after too many attempts, or what the server says. */
export function useProofWords(): (cause: unknown) => string {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  return useCallback(
    (cause: unknown) => {
      if (cause instanceof PasskeyDeclined) return t('security.passkeyDeclined');
      if (!(cause instanceof Problem)) return inWords(cause);
      const wait = z.number(cause.facts.retryAfterSeconds);
      if (wait !== undefined) return t('shell.lockedOut', { minutes: Math.max(1, Math.ceil(wait / 60)) });
      // the title says it all; the field beside it is the only one on the screen
      return cause.code.startsWith('access.') ? cause.message : inWords(cause);
    },
    [t, inWords],
  );
}
