import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatterRow } from '../api/types';
import { comma } from '../i18n/punctuation';
import { countyTime } from '../shared/county-time';
import { MatterStateMark } from '../shared/state-mark';

/** Matters on a phone: one card each. */
export function MatterCards({ rows, readOn }: { rows: MatterRow[]; readOn?: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <ul className="plain-list cards">
        {rows.map((row) => (
          <li key={row.id} className="card">
            <span className="spread small faint">
              <span>{row.intakeNo}</span>
              <span>{t(`words.matterKind.${row.kind}`)}</span>
            </span>
            <Link to="/matters/$id" params={{ id: row.id }}>
              {row.title}
            </Link>
            {row.leadUnits.length === 0 ? null : (
              <span className="soft small">{row.leadUnits.map((unit) => unit.shortName).join(comma())}</span>
            )}
            <span className="spread small">
              <MatterStateMark state={row.state} />
              <span className="faint">{countyTime(row.receivedAt)}</span>
            </span>
          </li>
        ))}
      </ul>
      {readOn === undefined ? null : (
        <div className="state-block">
          <Button onClick={readOn}>{t('general.more')}</Button>
        </div>
      )}
    </>
  );
}
