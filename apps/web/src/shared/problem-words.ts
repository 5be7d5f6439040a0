import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { z } from '../api/shape';
import { nameOf } from '../i18n/names';
import { semicolon } from '../i18n/punctuation';

/** The townships' duty lists keep the item from the unit: the person is told what to do, not which field. */
export const isListRefusal = (cause: Problem): boolean =>
  cause.code === 'task.withdrawnItem' || cause.code === 'task.assistingItem';

function listWords({ facts }: Problem) {
  return { item: z.text(facts.item), unit: z.text(facts.unit), list: nameOf('duty.lists', z.text(facts.list)) };
}

/** Turns any thrown thing into one sentence for the person; the server's own words where it gave some. */
export function useProblemWords(): (cause: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (cause: unknown) => {
      if (!(cause instanceof Problem)) return t('general.failed');
      if (cause.status === 0) return t('general.unreachable');
      if (isListRefusal(cause)) return `${cause.message}。${t('duty.refusal', listWords(cause))}`;
      const fields = cause.errors.map((error) => error.message).join(semicolon());
      return fields === '' ? cause.message : `${cause.message}${t('general.colon')}${fields}`;
    },
    [t],
  );
}
