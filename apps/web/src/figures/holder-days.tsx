import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/client';
import { lists } from '../api/lists';
import type { HolderDaysReport } from '../api/types';
import { nameOf } from '../i18n/names';
import { Remote } from '../shared/remote';

/** How long everybody had work in hand: what the supervisors took is not charged to the units. */
export function HolderDays({ question }: { question: Query }) {
  const { t } = useTranslation();
  const query = useQuery(lists.holderDays(question));
  return (
    <section className="sheet">
      <h2 id="figures-holders">{t('figures.holders.title')}</h2>
      <p className="soft small">{t('figures.holders.note')}</p>
      <Remote query={query} rows={4}>
        {(report) => <Table report={report} />}
      </Remote>
    </section>
  );
}

function Table({ report: { holders } }: { report: HolderDaysReport }) {
  const { t } = useTranslation();
  if (holders.length === 0) return <p>{t('figures.holders.empty')}</p>;
  return (
    <div className="table-scroll" role="region" aria-labelledby="figures-holders" tabIndex={0}>
      <table className="plain-table figure-table">
        <thead>
          <tr>
            <th scope="col">{t('figures.holders.holder')}</th>
            <th scope="col" className="number">
              {t('figures.holders.cases')}
            </th>
            <th scope="col" className="number">
              {t('figures.holders.days')}
            </th>
            <th scope="col" className="number">
              {t('figures.holders.perCase')}
            </th>
          </tr>
        </thead>
        <tbody>
          {holders.map(({ holder, cases, days, perCase }) => (
            <tr key={holder}>
              <th scope="row">{nameOf('figures.holders.who', holder)}</th>
              <td className="number">{cases}</td>
              <td className="number">{days.toFixed(1)}</td>
              <td className="number">{perCase.toFixed(1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
