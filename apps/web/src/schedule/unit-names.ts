import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { reference } from '../api/lists';

/** Short names of the units, by id. */
export function useUnitNames(): ReadonlyMap<string, string> {
  const { data } = useQuery(reference.units());
  return useMemo(() => new Map((data?.items ?? []).map(({ id, shortName }) => [id, shortName])), [data]);
}
