import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { RemotePages } from '../shared/remote';

/** How often each object is inspected this year. */
export function FrequencySection() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.inspectionFrequency());
  return (
    <section className="stack inspection-part" aria-label={t('inspection.frequency')}>
      <h2>{t('inspection.frequency')}</h2>
      <RemotePages query={query} empty={t('inspection.frequencyEmpty')} rows={3}>
        {(units) => (
          <ul className="plain-list cards">
            {units.map(({ unit, ...counts }) => (
              <li key={unit.id} className="card">
                <b>{unit.shortName}</b>
                <span className="soft small">{t('inspection.frequencyOf', counts)}</span>
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
    </section>
  );
}
