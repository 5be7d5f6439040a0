import { useNavigate } from '@tanstack/react-router';
import i18next from 'i18next';
import { matterColumns, matterGroupings } from '../api/codes';
import { lists } from '../api/lists';
import type { MatterGrouping } from '../api/types';
import { matterSearch, type MatterSearch } from '../app/search';
import { nameOf } from '../i18n/names';
import { filtersOf } from '../shared/ledger/ledger-settings';
import type { ListKind, OpenList } from '../shared/ledger/open-list';
import { openListOf } from '../shared/ledger/open-list-of';
import { fieldOf } from './matter-fields';
import { useMatterWords } from './matter-words';

const filterOf = {
  state: 'state',
  kind: 'kind',
  category: 'category',
  lead_unit: 'leadUnitId',
  principal: 'principalId',
} as const satisfies Record<MatterGrouping, keyof MatterSearch>;

const codesOf: Partial<Record<string, string>> = { state: 'words.matterState', kind: 'words.matterKind' };

/** The matters as a list of which views are kept. */
export const matterList = {
  name: 'matters',
  savedAt: '/matter-views',
  isSorted: false,
  columns: matterColumns,
  groupings: matterGroupings,
  filterOf,
  groups: lists.matterGroups,
  exports: { register: 'matters', act: 'matter.export', path: '/matters/export' },
  read: matterSearch,
  words: {
    plain: () => i18next.t('matter.all'),
    counted: (count, capped) => i18next.t(capped ? 'matter.countedCapped' : 'matter.counted', { count }),
    column: (key) => nameOf('matter.col', key),
    grouping: (key) => nameOf('matter.groupings', key),
    group: (by, key) => nameOf(codesOf[by] ?? '', key),
  },
} as const satisfies ListKind;

/** The matters as the address says it. */
export function useMatterList(search: MatterSearch): OpenList {
  const navigate = useNavigate({ from: '/matters' });
  const chips = useMatterWords(search);
  const go = (next: MatterSearch, replace: boolean) => void navigate({ search: next, replace });
  const list = openListOf({ kind: matterList, search, filters: filtersOf(search), go });
  return { ...list, chips, fieldOf: (name) => fieldOf(name, { search, change: list.change }) };
}
