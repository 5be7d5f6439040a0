import type { InfiniteData, UseInfiniteQueryResult, UseQueryResult } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Page } from '../api/types';
import { EmptyBlock, LoadingBlock, ProblemBlock } from './blocks';

interface RemoteProps<T> {
  query: UseQueryResult<T>;
  rows?: number;
  children: (data: T) => ReactNode;
}

/** Shows a query's data, or that it loads, or why it failed. Data already shown stays while it is read again. */
export function Remote<T>({ query, rows, children }: RemoteProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <ProblemBlock cause={query.error} retry={() => void query.refetch()} />;
  return <LoadingBlock rows={rows} />;
}

interface RemotePagesProps<T> {
  query: UseInfiniteQueryResult<InfiniteData<Page<T>>>;
  /** Said when there is not one row. */
  empty: string;
  rows?: number;
  children: (items: T[]) => ReactNode;
}

/** The same for a keyset list, with the button that reads on. */
export function RemotePages<T>({ query, empty, rows, children }: RemotePagesProps<T>) {
  const { t } = useTranslation();
  if (query.data === undefined) {
    if (query.error !== null) return <ProblemBlock cause={query.error} retry={() => void query.refetch()} />;
    return <LoadingBlock rows={rows} />;
  }
  const items = query.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <EmptyBlock words={empty} />;
  return (
    <>
      {children(items)}
      {query.hasNextPage ? (
        <div className="state-block">
          <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('general.more')}
          </Button>
        </div>
      ) : null}
    </>
  );
}
