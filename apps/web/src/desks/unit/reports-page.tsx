import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { ReportsTable } from './reports-table';

/** Reporting on many assignments in one table. */
export function ReportsPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.assignments({ box: 'to_do' }));
  return (
    <>
      <PageHead title={t('unit.reports')} sub={t('unit.reportsNote')} />
      <RemotePages query={query} empty={t('unit.reportsEmpty')} rows={8}>
        {(items) => <ReportsTable items={items.filter((item) => item.actions.includes('report'))} />}
      </RemotePages>
    </>
  );
}
