import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';

/** Turns any thrown thing into one sentence for the person; the server's own words where it gave some. */
export function useProblemWords(): (cause: unknown) => string {
  const { t } = useTranslation();
  return useCallback(
    (cause: unknown) => {
      if (!(cause instanceof Problem)) return t('general.failed');
      if (cause.status === 0) return t('general.unreachable');
      const fields = cause.errors.map((error) => error.message).join('；');
      return fields === '' ? cause.message : `${cause.message}${t('general.colon')}${fields}`;
    },
    [t],
  );
}
