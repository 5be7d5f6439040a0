import { EmptyBlock, LoadingBlock, ProblemBlock } from '../blocks';

interface NoRowsProps {
  query: { isPending: boolean; isError: boolean; error: unknown; refetch: () => unknown };
  empty: string;
}

/** What stands where a list has no rows: it is read, it could not be read, or nothing meets its filters. */
export function NoRows({ query: { isPending, isError, error, refetch }, empty }: NoRowsProps) {
  if (isPending) return <LoadingBlock rows={12} />;
  return isError ? <ProblemBlock cause={error} retry={() => void refetch()} /> : <EmptyBlock words={empty} />;
}
