import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { lists } from '../../api/lists';
import { PageHead } from '../../shared/page-head';
import { RemotePages } from '../../shared/remote';
import { WorkLine } from './work-line';

/** Everything answered and not yet verified, soonest due first. */
export function VerifyPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.tasks({ state: 'answered', sort: 'due' }));
  return (
    <>
      <PageHead title={t('bureau.verify')} sub={t('bureau.verifyNote')} />
      <RemotePages query={query} empty={t('bureau.toVerifyEmpty')} rows={8}>
        {(items) => (
          <ul className="plain-list work-lines">
            {items.map((row) => (
              <WorkLine key={row.id} row={row} />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}
