import i18next from 'i18next';
import { useTranslation } from 'react-i18next';
import type { ExtensionRoom } from '../api/types';
import { articleOf } from '../clock/clock-words';

/** On which law or rule something rests, as the reader's language quotes it; nothing where no law is known. */
export function BasisLine({ basis }: { basis: ExtensionRoom['basis'] }) {
  const { t } = useTranslation();
  if (basis === null) return null;
  const title = i18next.resolvedLanguage === 'en' ? basis.title : basis.titleZh;
  return (
    <span>
      {t('request.basis')}
      {t('general.colon')}
      {title}
      {articleOf(basis.article)}
    </span>
  );
}

/** Rules of a field that must be filled. */
export function useNeeded() {
  const { t } = useTranslation();
  return (what: string) => [{ required: true, message: t('general.required', { what }) }];
}

/** Queries that are old once a request was made or settled. */
export const requestTouches = [
  ['extensions'],
  ['disputes'],
  ['task'],
  ['tasks'],
  ['assignments'],
  ['clocks'],
  ['timeline'],
  ['notices'],
  ['duty-proposals'],
];
