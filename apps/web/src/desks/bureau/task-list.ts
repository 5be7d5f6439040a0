import i18next from 'i18next';
import { useNavigate } from '@tanstack/react-router';
import { groupings, ledgerColumns } from '../../api/codes';
import { lists } from '../../api/lists';
import type { Grouping } from '../../api/types';
import { ledgerSearch, type LedgerSearch } from '../../app/search';
import { nameOf } from '../../i18n/names';
import { filtersOf } from '../../shared/ledger/ledger-settings';
import type { ListKind, OpenList } from '../../shared/ledger/open-list';
import { openListOf } from '../../shared/ledger/open-list-of';
import { fieldOf } from './filter-fields';
import { useFilterWords } from './filter-words';

const filterOf = {
  state: 'state',
  lead_unit: 'leadUnitId',
  officer: 'officerId',
  kind: 'kind',
  category: 'category',
  lead_leader: 'leaderId',
} as const satisfies Record<Grouping, keyof LedgerSearch>;

const codesOf: Partial<Record<string, string>> = { state: 'words.taskState', kind: 'words.matterKind' };

/** The ledger of tasks as a list of which views are kept. */
export const taskList = {
  name: 'ledger',
  savedAt: '/ledger-views',
  isSorted: true,
  columns: ledgerColumns,
  groupings,
  filterOf,
  groups: lists.taskGroups,
  exports: { register: 'ledger', act: 'task.export', path: '/tasks/export' },
  read: ledgerSearch,
  words: {
    plain: () => i18next.t('ledger.allTasks'),
    counted: (count, capped) => i18next.t(capped ? 'ledger.sentenceCapped' : 'ledger.sentenceCount', { count }),
    column: (key) => nameOf('bureau.col', key),
    grouping: (key) => nameOf('ledger.groupings', key),
    group: (by, key) => nameOf(codesOf[by] ?? '', key),
  },
} as const satisfies ListKind;

/** The ledger as the address says it. */
export function useTaskList(search: LedgerSearch): OpenList {
  const navigate = useNavigate({ from: '/ledger' });
  const chips = useFilterWords(search);
  const go = (next: LedgerSearch, replace: boolean) => void navigate({ search: next, replace });
  const list = openListOf({ kind: taskList, search, filters: filtersOf(search), go });
  return { ...list, chips, fieldOf: (name) => fieldOf(name, { search, change: list.change }) };
}
