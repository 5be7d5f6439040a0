import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Frequency } from '../api/inspector-types';
import { lists } from '../api/lists';
import { RemotePages } from '../shared/remote';

const counted = ['planned', 'released', 'comprehensive', 'days', 'thisMonth'] as const;

/** How often each object is inspected this year, where people stood most often drawn longest. */
export function FrequencySection() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.inspectionFrequency());
  return (
    <section className="stack inspection-part">
      <h2 id="frequency">{t('inspection.frequency')}</h2>
      <RemotePages query={query} empty={t('inspection.frequencyEmpty')} rows={3}>
        {(units) => (
          <div className="table-scroll" role="region" aria-labelledby="frequency" tabIndex={0}>
            <table className="plain-table figure-table">
              <Head />
              <tbody>
                {units.map((one) => (
                  <Row key={one.unit.id} one={one} most={Math.max(1, ...units.map(({ visits }) => visits))} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </RemotePages>
    </section>
  );
}

function Head() {
  const { t } = useTranslation();
  return (
    <thead>
      <tr>
        <th scope="col">{t('inspection.frequencyOf.unit')}</th>
        <th scope="col">{t('inspection.frequencyOf.visits')}</th>
        {counted.map((name) => (
          <th key={name} scope="col" className="number">
            {t(`inspection.frequencyOf.${name}`)}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Row({ one, most }: { one: Frequency; most: number }) {
  return (
    <tr>
      <th scope="row">{one.unit.shortName}</th>
      <td>
        <span className="visits-bar">
          <span className="share-track" aria-hidden="true">
            <span style={{ width: `${(100 * one.visits) / most}%` }} />
          </span>
          {one.visits}
        </span>
      </td>
      {counted.map((name) => (
        <td key={name} className="number">
          {one[name]}
        </td>
      ))}
    </tr>
  );
}
