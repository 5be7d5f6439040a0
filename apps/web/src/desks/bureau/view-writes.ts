import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { LedgerView } from '../../api/types';
import { useWrite } from '../../api/write';

/** A view to be saved. */
export interface NewView {
  name: string;
  shared?: boolean;
}

interface ViewChange {
  view: LedgerView;
  shared?: boolean;
  settings?: object;
}

/** Saves the present ledger as a view. */
export function useSaveView(settings: object) {
  const { t } = useTranslation();
  return useWrite({
    run: ({ name, shared }: NewView, key) =>
      api.post<LedgerView>('/ledger-views', { name: name.trim(), shared: shared === true, settings }, { key }),
    said: () => t('ledger.viewSaved'),
    touches: [['ledger-views']],
    quiet: true,
  });
}

/** Gives a view another name. */
export function useRenameView({ id, version }: LedgerView) {
  const { t } = useTranslation();
  return useWrite({
    run: ({ name }: NewView) => api.patch<LedgerView>(`/ledger-views/${id}`, { name: name.trim() }, version),
    said: () => t('ledger.viewSaved'),
    touches: [['ledger-views']],
    quiet: true,
  });
}

/** What is done with a view that exists. */
export function useViewWrites() {
  const { t } = useTranslation();
  const touches = [['ledger-views']];
  const change = useWrite({
    run: ({ view: { id, version }, ...body }: ViewChange) =>
      api.patch<LedgerView>(`/ledger-views/${id}`, body, version),
    said: () => t('ledger.viewSaved'),
    touches,
  });
  const openWith = useWrite({
    run: (viewId: string | null) => api.put<LedgerView[]>('/ledger-views/first', { viewId }),
    said: () => t('ledger.viewSaved'),
    touches,
  });
  const remove = useWrite({
    run: ({ id }: LedgerView) => api.delete(`/ledger-views/${id}`),
    said: () => t('ledger.viewRemoved'),
    touches,
  });
  return { change, openWith, remove };
}
