import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { FieldError } from '../../api/problem';
import { useWrite } from '../../api/write';
import type { Rehearsal } from '../../shared/bulk-preview';
import type { ReportDraft } from './paste';
import { semicolon } from '../../i18n/punctuation';

/** How a row fared when it was sent. */
export type RowOutcome = { sent: true } | { sent: false; why: string };

interface Answer {
  saved: { assignmentId: string }[];
  rejected: { index: number; code: string; errors?: FieldError[] }[];
}
/** One filled row: the assignment and what is said about it. */
export type Row = [assignmentId: string, draft: ReportDraft];

function bodyOf([assignmentId, draft]: Row) {
  const value = draft.value.trim() === '' ? undefined : Number(draft.value);
  return {
    assignmentId,
    progress: draft.progress.trim(),
    problem: draft.problem.trim(),
    nextStep: draft.nextStep.trim(),
    value,
  };
}

const post = (rows: Row[], key: string, dryRun: boolean): Promise<Answer> =>
  api.post<Answer>('/assignments/reports', { reports: rows.map(bodyOf), ...(dryRun && { dryRun }) }, { key });

/** Sends filled rows in one request, after a look at what would happen; a refused row says why and keeps its draft, the others are forgotten. */
export function useSendReports(forget: (ids: string[]) => void) {
  const { t } = useTranslation();
  const [outcomes, setOutcomes] = useState<ReadonlyMap<string, RowOutcome>>(new Map());
  const rehearse = useWrite({
    run: async (rows: Row[], key): Promise<Rehearsal> => {
      const { saved, rejected } = await post(rows, key, true);
      const wont = rejected.map(({ index, code }) => ({ id: rows[index]?.[0] ?? '', code }));
      return { will: saved.length, wont };
    },
    touches: [],
  });
  const send = useWrite({
    run: async (rows: Row[], key) => {
      const answer = await post(rows, key, false);
      const refused = new Map(
        answer.rejected.map((one) => [
          one.index,
          one.errors?.map((error) => error.message).join(semicolon()) || one.code,
        ]),
      );
      setOutcomes(new Map(rows.map(([id], at) => [id, outcomeOf(refused.get(at))])));
      forget(rows.flatMap(([id], at) => (refused.has(at) ? [] : [id])));
      return answer;
    },
    said: (answer) => t('unit.sent', { count: answer.saved.length }),
    touches: [['assignments'], ['task']],
  });
  return { rehearse, send, outcomes };
}

function outcomeOf(why: string | undefined): RowOutcome {
  return why === undefined ? { sent: true } : { sent: false, why };
}
