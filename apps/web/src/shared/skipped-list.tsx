import { useTranslation } from 'react-i18next';
import type { Skipped } from '../api/types';
import { nameOf } from '../i18n/names';
import { skippedTitle } from './skipped';

const shown = 50;

/** What an act on many did not do, each with the reason; nothing when there is none. */
export function SkippedList({ skipped, titleOf }: { skipped: Skipped[]; titleOf: (id: string) => string | undefined }) {
  const { t } = useTranslation();
  if (skipped.length === 0) return null;
  return (
    <>
      <p>
        <b>{t('general.skippedTitle', { count: skipped.length })}</b>
      </p>
      <ul style={{ maxHeight: 320, overflow: 'auto' }}>
        {skipped.slice(0, shown).map((one, at) => (
          <li key={at}>
            {skippedTitle(one, titleOf)} <span className="faint small">{nameOf('general.skipped', one.code)}</span>
          </li>
        ))}
      </ul>
      {skipped.length > shown ? (
        <p className="faint">{t('general.skippedRest', { count: skipped.length - shown })}</p>
      ) : null}
    </>
  );
}
