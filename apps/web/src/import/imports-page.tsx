import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { lists } from '../api/lists';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { ImportSteps } from './import-steps';
import { UploadCard } from './upload-card';

/** The wizard's first step, and the imports so far. */
export function ImportsPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.imports());
  return (
    <>
      <PageHead title={t('importing.title')} sub={t('importing.note')} />
      <ImportSteps at={0} />
      <UploadCard />
      <section className="work">
        <h2>{t('importing.past')}</h2>
        <RemotePages query={query} empty={t('importing.pastEmpty')}>
          {(items) => (
            <ul className="plain-list imports">
              {items.map((one) => (
                <li key={one.id}>
                  <Link to="/imports/$id" params={{ id: one.id }}>
                    {one.fileName}
                  </Link>
                  <span>{t(`words.matterKind.${one.sourceKind}`)}</span>
                  <span>{t('general.total', { count: one.counts.imported })}</span>
                  <b>{t(`importing.state.${one.state}`)}</b>
                  <span className="faint">{countyTime(one.createdAt)}</span>
                </li>
              ))}
            </ul>
          )}
        </RemotePages>
      </section>
    </>
  );
}
