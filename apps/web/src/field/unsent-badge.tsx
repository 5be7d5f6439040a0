import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useField } from './use-field';

/** How much waits to be sent; on every page as long as anything does. */
export function UnsentBadge() {
  const { t } = useTranslation();
  const { items } = useField();
  const refused = items.filter(({ refusal }) => refusal !== null).length;
  return (
    <span role="status" className="unsent-place">
      {items.length === 0 ? null : (
        <Link to="/unsent" className="unsent-badge" data-refused={refused > 0}>
          {t('field.unsent', { count: items.length })}
          {refused === 0 ? null : <span>{t('field.refusedOf', { count: refused })}</span>}
        </Link>
      )}
    </span>
  );
}
