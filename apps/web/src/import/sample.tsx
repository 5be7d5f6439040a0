import { useTranslation } from 'react-i18next';
import type { ImportView } from '../api/types';
import { nameOf } from '../i18n/names';
import { countyTime } from '../shared/county-time';

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
              {one.columns.map(({ field, header, label }) => (
                <th
                  key={field}
                  scope="col"
                  title={t('importing.columnAs', { header, field: label ?? nameOf('importing.field', field) })}
                >
                  {label ?? nameOf('importing.field', field)}
                  <span className="faint small"> ← {header}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rowsOf(one).map(({ row, cells }) => (
              <tr key={row}>
                {one.columns.map(({ field }) => (
                  <td key={field}>
                    <span className="clamp">{cells[field] ?? '—'}</span>
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

/** The sample as text by field: a column that the sample does not carry stays empty. */
function rowsOf({ sample }: ImportView): { row: number; cells: Record<string, string> }[] {
  return sample.map((one) => ({
    row: one.row,
    cells: Object.fromEntries(
      [
        ...Object.entries(one),
        ...Object.entries(one.fields).map(([name, value]) => [`fields.${name}`, String(value)] as const),
      ].flatMap(([field, value]) => (typeof value === 'string' ? [[field, readable(value)]] : [])),
    ),
  }));
}

const isInstant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;
function readable(value: string): string {
  return isInstant.test(value) ? countyTime(value) : value;
}
