import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Refusal } from './field-item';
import { semicolon } from '../i18n/punctuation';

/** A refusal in one sentence: the server's own words, with the fields it named. */
export function useRefusalWords(): (refusal: Refusal) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ code, words, errors }: Refusal) => {
      if (code === 'web.photoLost') return t('field.photoLost');
      const fields = errors.map(({ message }) => message).join(semicolon());
      return t('field.refused', { words: fields === '' ? words : `${words}${t('general.colon')}${fields}` });
    },
    [t],
  );
}
