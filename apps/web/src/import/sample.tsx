import { useTranslation } from 'react-i18next';
import type { ImportView } from '../api/types';
import { nameOf } from '../i18n/names';

/** How the headers were understood and how the first rows will read. */
export function Sample({ one }: { one: ImportView }) {
  const { t } = useTranslation();
  if (one.sample.length === 0) return null;
  return (
    <section className="work">
      <h2>{t('importing.sample', { count: one.sample.length })}</h2>
      <div className="table-scroll" role="region" aria-label={t('importing.columns')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              {one.columns.map(({ field, header }) => (
                <th
                  key={field}
                  scope="col"
                  title={t('importing.columnAs', { header, field: nameOf('importing.field', field) })}
                >
                  {nameOf('importing.field', field)}
                  <span className="faint small"> ← {header}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {one.sample.map((row, at) => (
              <tr key={at}>
                {one.columns.map(({ field }) => (
                  <td key={field}>
                    <span className="clamp">{row[field] ?? '—'}</span>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
