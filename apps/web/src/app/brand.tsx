import { useTranslation } from 'react-i18next';
import { Seal } from '../shared/seal';

/** Seal, product name and what stands under it (county and bureau, or the motto). */
export function Brand({ sub, size = 36 }: { sub?: string; size?: number }) {
  const { t } = useTranslation();
  return (
    <span className="brand">
      <Seal size={size} />
      <span>
        <b>{t('shell.product')}</b>
        {sub === undefined ? null : <span>{sub}</span>}
      </span>
    </span>
  );
}
