import { queryOptions, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { MatterKind, MatterKindTable } from '../api/types';

const hourMs = 3_600_000;

/** The kinds of matters with their own fields: forms are drawn from them. */
const kindsQuery = queryOptions({
  queryKey: ['matter-kinds'],
  queryFn: ({ signal }) => api.get<MatterKindTable[]>('/matter-kinds', undefined, signal),
  staleTime: hourMs,
});

/** All kinds; none while they are being read. */
export function useKinds(): MatterKindTable[] {
  return useQuery(kindsQuery).data ?? [];
}

/** The table of one kind; undefined while it is being read. */
export function useKind(kind: MatterKind): MatterKindTable | undefined {
  return useKinds().find((one) => one.kind === kind);
}

/** Picks the word of a label in the language of the screen. */
export function useLabel(): (label: { zh: string; en: string }) => string {
  const { i18n } = useTranslation();
  return (label) => (i18n.language === 'en' ? label.en : label.zh);
}

/** Kinds to choose from, in the words of the screen. */
export function useKindOptions(offered: (kind: MatterKindTable) => boolean): { value: MatterKind; label: string }[] {
  const label = useLabel();
  return useKinds()
    .filter(offered)
    .map((one) => ({ value: one.kind, label: label(one.label) }));
}
