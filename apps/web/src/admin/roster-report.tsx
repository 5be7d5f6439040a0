import { useTranslation } from 'react-i18next';
import type { RosterReport } from '../api/types';
import { nameOf } from '../i18n/names';
import { comma } from '../i18n/punctuation';

const shown = ['added', 'changed', 'asked', 'same', 'blank', 'rejected'] as const;

/** What was found in the sheet, as figures. */
export function RosterCounts({ counts }: { counts: RosterReport['counts'] }) {
  const { t } = useTranslation();
  return (
    <dl className="import-counts">
      {shown
        .filter((name) => counts[name] > 0 || name === 'added' || name === 'rejected')
        .map((name) => (
          <div key={name} data-pressing={name === 'rejected' && counts.rejected > 0}>
            <dt>{t(`roster.counts.${name}`)}</dt>
            <dd>{counts[name].toLocaleString('en-US')}</dd>
          </div>
        ))}
    </dl>
  );
}

/** The first rows that bring something, and what of them is new. */
export function RosterSample({ report }: { report: RosterReport }) {
  const { t } = useTranslation();
  const { sample } = report;
  if (sample.length === 0) return null;
  const title = t('roster.sample', { count: sample.length });
  return (
    <section className="work">
      <h2>{title}</h2>
      <div className="table-scroll" role="region" aria-label={title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('importing.row')}</th>
              <th scope="col">{t('roster.what')}</th>
              <th scope="col">{t('roster.name')}</th>
              <th scope="col">{t('roster.place')}</th>
              <th scope="col">{t('roster.fields')}</th>
            </tr>
          </thead>
          <tbody>
            {sample.map(({ row, effect, name, place, fields }) => (
              <tr key={row}>
                <td>{row}</td>
                <td>{t(`roster.effect.${effect}`)}</td>
                <td>{name}</td>
                <td>{place || '—'}</td>
                <td>{fields.map((field) => nameOf('roster.field', field)).join(comma())}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
