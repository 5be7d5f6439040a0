import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { IntakeHints, MatterRow } from '../api/types';
import { useProblemWords } from '../shared/problem-words';
import { type TriageLetter, triageLetterOf } from './triage-letters';

/** A dialog that a letter opened on a row. */
export interface TriageDialog {
  letter: Exclude<TriageLetter, 'a'>;
  row: MatterRow;
}

/** Sorting with the keyboard: a letter acts on the active row where its acts allow it. */
export function useTriage() {
  const [dialog, setDialog] = useState<TriageDialog | null>(null);
  const accept = useAccept();
  const onLetter = (event: KeyboardEvent, row: MatterRow): boolean => {
    const letter = triageLetterOf(event, row);
    if (letter === undefined) return false;
    if (letter === 'a') void accept(row);
    else setDialog({ letter, row });
    return true;
  };
  return { dialog, close: () => setDialog(null), onLetter };
}

/** Takes over the most likely category, if there is one. */
function useAccept() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const queries = useQueryClient();
  return async (row: MatterRow) => {
    try {
      const { categories } = await api.post<IntakeHints>('/matters/hints', {
        title: row.title,
        kind: row.kind,
        matterId: row.id,
      });
      const [best] = categories;
      if (best === undefined) return void message.info(t('matter.triageKeys.nothing'));
      await api.patch(`/matters/${row.id}`, { category: best.category }, row.version);
      void message.success(t('matter.triageKeys.accepted', { category: best.category }));
      await queries.invalidateQueries({ queryKey: ['matters'] });
    } catch (cause) {
      void message.error(inWords(cause));
    }
  };
}
