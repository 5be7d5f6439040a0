import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RosterDialog } from '../admin/roster-dialog';
import { lists } from '../api/lists';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';

/** The frame that is drawn from: villages with their households, and who is posted there. */
export function FramePage() {
  const { t } = useTranslation();
  const [importing, take] = useState<'sites' | 'postings' | null>(null);
  const query = useInfiniteQuery(lists.sites({ kind: 'village' }));
  return (
    <>
      <PageHead
        title={t('inspection.frame')}
        sub={t('inspection.frameNote')}
        acts={
          <>
            <Button onClick={() => take('postings')}>{t('inspection.importPostings')}</Button>
            <Button type="primary" onClick={() => take('sites')}>
              {t('inspection.importSites')}
            </Button>
          </>
        }
      />
      <RemotePages query={query} empty={t('inspection.frameEmpty')} rows={6}>
        {(villages) => (
          <ul className="plain-list cards">
            {villages.map(({ id, name, code, unit, households, posted }) => (
              <li key={id} className="card">
                <span className="spread">
                  <b>{name}</b>
                  <span className="soft">{unit.shortName}</span>
                </span>
                <span className="soft small">
                  {[
                    code,
                    t('inspection.households', { count: households }),
                    t('inspection.posted', { count: posted }),
                  ].join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </RemotePages>
      {importing === null ? null : <RosterDialog kind={importing} onClose={() => take(null)} />}
    </>
  );
}
