import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Skipped } from '../../api/types';
import { useWrite } from '../../api/write';
import type { Rehearsal } from '../../shared/bulk-preview';

/** What an act on many came to. */
export interface BulkOutcome {
  words: string;
  skipped: Skipped[];
}

/** An act of the bureau on many tasks. */
export type BulkAct = { act: 'dispatch'; ids: string[] } | { act: 'officer'; ids: string[]; caseOfficerId: string };

interface Answer {
  dispatched?: number;
  moved?: number;
  skipped: (Skipped & { fields: string[] })[];
}

function send(bulk: BulkAct, key: string, dryRun: boolean): Promise<Answer> {
  const body =
    bulk.act === 'dispatch' ? { taskIds: bulk.ids } : { taskIds: bulk.ids, caseOfficerId: bulk.caseOfficerId };
  return api.post<Answer>(`/tasks/${bulk.act}`, { ...body, ...(dryRun && { dryRun }) }, { key });
}

const doneIn = ({ dispatched, moved }: Answer): number => dispatched ?? moved ?? 0;

/** Acts of the bureau on many tasks at once: first what would happen, then the act; `finish` hears what was done and what was not. */
export function useBulk(finish: (outcome: BulkOutcome) => void) {
  const { t } = useTranslation();
  const rehearse = useWrite({
    run: async (bulk: BulkAct, key): Promise<Rehearsal> => {
      const answer = await send(bulk, key, true);
      return { will: doneIn(answer), wont: answer.skipped };
    },
    touches: [],
  });
  const act = useWrite({
    run: async (bulk: BulkAct, key) => {
      const answer = await send(bulk, key, false);
      const count = doneIn(answer);
      const words = bulk.act === 'dispatch' ? t('bureau.dispatched', { count }) : t('bureau.moved', { count });
      finish({ words, skipped: answer.skipped });
    },
    touches: [['tasks'], ['task'], ['load'], ['decided']],
  });
  return { rehearse, act };
}
