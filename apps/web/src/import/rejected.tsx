import { useTranslation } from 'react-i18next';
import type { ImportIssue, RosterReport } from '../api/types';
import { inBrackets } from '../i18n/punctuation';

/** What of an import, or of a sheet of units or people, is needed to name its refused cells. */
type Refused = Pick<RosterReport, 'rejected' | 'columns'>;

const shown = 200;

/** Every rejected row with sheet, row, column and reason. */
export function Rejected({ one }: { one: Refused }) {
  const { t } = useTranslation();
  const issues = one.rejected;
  if (issues.length === 0) return <p className="soft">{t('importing.rejectedNone')}</p>;
  const rest = issues.length - Math.min(shown, issues.length);
  return (
    <section className="work">
      <h2>{t('importing.rejected')}</h2>
      <div className="table-scroll" role="region" aria-label={t('importing.rejected')} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('importing.sheet')}</th>
              <th scope="col">{t('importing.row')}</th>
              <th scope="col">{t('importing.column')}</th>
              <th scope="col">{t('importing.why')}</th>
            </tr>
          </thead>
          <tbody>
            {issues.slice(0, shown).map((issue, at) => (
              <tr key={at}>
                <td>{issue.sheet}</td>
                <td>{issue.row}</td>
                <td>{columnOf(one, issue)}</td>
                <td>{issue.message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rest > 0 ? <p className="faint">{t('importing.more', { count: rest })}</p> : null}
    </section>
  );
}

/** The column as the sheet shows it: its letters and its header. */
function columnOf({ columns }: Refused, { column }: ImportIssue): string {
  if (column === null) return '—';
  const header = columns.find((known) => known.column === column)?.header;
  return header === undefined ? column : `${column}${inBrackets(header)}`;
}
