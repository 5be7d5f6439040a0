import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Problem } from '../api/problem';
import { records } from '../api/records';
import type { ImportView } from '../api/types';
import { Broken } from '../app/boundary';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { CommitCard } from './commit-card';
import { ImportCounts } from './import-counts';
import { ImportSteps } from './import-steps';
import { Rejected } from './rejected';
import { ImportResult } from './result';
import { Sample } from './sample';

/** One import: its preview, then its result. The address can be left and come back to. */
export function ImportPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/inside/imports/$id' });
  const query = useQuery(records.import(id));
  if (query.error instanceof Problem && query.data === undefined && query.error.status < 500)
    return <Broken error={query.error} />;
  return (
    <>
      <PageHead title={query.data?.fileName ?? t('importing.title')} />
      <Remote query={query} rows={10}>
        {(one) => <Import one={one} />}
      </Remote>
    </>
  );
}

function Import({ one }: { one: ImportView }) {
  const open = one.state === 'previewed';
  return (
    <>
      <ImportSteps at={open ? 1 : 2} />
      <ImportCounts counts={one.counts} done={one.state === 'committed'} />
      {open ? <CommitCard one={one} /> : <ImportResult one={one} />}
      <Rejected one={one} />
      {open ? <Sample one={one} /> : null}
    </>
  );
}
