import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Skipped } from '../../api/types';
import { useWrite } from '../../api/write';

/** What an act on many came to. */
export interface BulkOutcome {
  words: string;
  skipped: Skipped[];
}

/** Acts of the bureau on many tasks at once; `finish` hears what was done and what was not. */
export function useBulk(finish: (outcome: BulkOutcome) => void) {
  const { t } = useTranslation();
  const touches = [['tasks'], ['task'], ['load'], ['decided']];
  const dispatch = useWrite({
    run: async (taskIds: string[], key) => {
      const done = await api.post<{ dispatched: number; skipped: Skipped[] }>('/tasks/dispatch', { taskIds }, { key });
      finish({ words: t('bureau.dispatched', { count: done.dispatched }), skipped: done.skipped });
    },
    touches,
  });
  const move = useWrite({
    run: async ({ ids, caseOfficerId }: { ids: string[]; caseOfficerId: string }, key) => {
      const done = await api.post<{ moved: number }>('/tasks/officer', { taskIds: ids, caseOfficerId }, { key });
      finish({ words: t('bureau.moved', { count: done.moved }), skipped: [] });
    },
    touches,
  });
  return { dispatch, move };
}
