import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../api/types';

/** What the import came to, and the ways on from here. */
export function ImportResult({ one }: { one: ImportView }) {
  const { t } = useTranslation();
  return (
    <section className="next" role="status">
      <p className="next-label">{t('importing.done')}</p>
      <span className="row">
        <Link to="/matters" search={{ importId: one.id }}>
          {t('importing.seeMatters')}
        </Link>
        <Link to="/imports">{t('importing.again')}</Link>
      </span>
    </section>
  );
}
