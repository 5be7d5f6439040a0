import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RosterDialog } from '../admin/roster-dialog';
import { lists } from '../api/lists';
import type { Site } from '../api/types';
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
            {villages.map((village) => (
              <Village key={village.id} village={village} />
            ))}
          </ul>
        )}
      </RemotePages>
      {importing === null ? null : <RosterDialog kind={importing} onClose={() => take(null)} />}
    </>
  );
}

function Village({ village: { name, code, unit, households, posted } }: { village: Site }) {
  const { t } = useTranslation();
  const facts = [code, t('inspection.households', { count: households }), t('inspection.posted', { count: posted })];
  return (
    <li className="card">
      <span className="spread">
        <b>{name}</b>
        <span className="soft">{unit.shortName}</span>
      </span>
      <span className="soft small">{facts.join(' · ')}</span>
    </li>
  );
}
