import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { LedgerView } from '../../api/types';
import { useWrite } from '../../api/write';
import type { ListKind } from './open-list';

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

/** Saves the present list as a view. */
export function useSaveView({ savedAt }: ListKind, settings: object) {
  const { t } = useTranslation();
  return useWrite({
    run: ({ name, shared }: NewView, key) =>
      api.post<LedgerView>(savedAt, { name: name.trim(), shared: shared === true, settings }, { key }),
    said: () => t('ledger.viewSaved'),
    touches: [['ledger-views']],
    quiet: true,
  });
}

/** Gives a view another name. */
export function useRenameView({ savedAt }: ListKind, { id, version }: LedgerView) {
  const { t } = useTranslation();
  return useWrite({
    run: ({ name }: NewView) => api.patch<LedgerView>(`${savedAt}/${id}`, { name: name.trim() }, version),
    said: () => t('ledger.viewSaved'),
    touches: [['ledger-views']],
    quiet: true,
  });
}

/** What is done with a view that exists. */
export function useViewWrites({ name: list, savedAt }: ListKind) {
  const { t } = useTranslation();
  const touches = [['ledger-views']];
  const change = useWrite({
    run: ({ view: { id, version }, ...body }: ViewChange) => api.patch<LedgerView>(`${savedAt}/${id}`, body, version),
    said: () => t('ledger.viewSaved'),
    touches,
  });
  const openWith = useWrite({
    run: (viewId: string | null) => api.put<LedgerView[]>('/ledger-views/first', { viewId, list }),
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
