import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { severities, standings } from '../api/codes';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { deskOf } from '../app/desks';
import type { FindingSearch } from '../app/search';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { FindingCard } from './finding-card';

/** The finding desk: what was seen, what waits for whom, how far rectification is. A unit sees what it was told of. */
export function FindingsPage() {
  const { t } = useTranslation();
  const { acting } = useMe();
  const search = useSearch({ from: '/inside/findings' });
  const findings = useInfiniteQuery(lists.findings({ ...search }));
  const isUnit = deskOf(acting?.role) === 'unit';
  return (
    <>
      <PageHead
        title={t(isUnit ? 'finding.ours' : 'finding.title')}
        sub={t(isUnit ? 'finding.oursNote' : 'finding.note')}
      />
      <Choices search={search} />
      <RemotePages query={findings} empty={t('finding.empty')} rows={4}>
        {(items) => (
          <ul className="plain-list cards">
            {items.map((finding) => (
              <FindingCard key={finding.id} finding={finding} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function Choices({ search }: { search: FindingSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const choose = (change: FindingSearch) => void navigate({ to: '/findings', search: { ...search, ...change } });
  return (
    <search className="filters">
      <Select
        className="wide"
        allowClear
        value={search.standing}
        placeholder={t('finding.filterStanding')}
        aria-label={t('finding.filterStanding')}
        options={standings.map((value) => ({ value, label: t(`finding.standing.${value}`) }))}
        onChange={(standing?: FindingSearch['standing']) => choose({ standing })}
      />
      <Select
        className="wide"
        allowClear
        value={search.severity}
        placeholder={t('finding.filterSeverity')}
        aria-label={t('finding.filterSeverity')}
        options={severities.map((value) => ({ value, label: t(`finding.severity.${value}`) }))}
        onChange={(severity?: FindingSearch['severity']) => choose({ severity })}
      />
    </search>
  );
}
