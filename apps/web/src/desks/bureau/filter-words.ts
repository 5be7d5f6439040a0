import { useTranslation } from 'react-i18next';
import { type LedgerSearch, statesIn } from '../../app/search';
import { nameOf } from '../../i18n/names';
import { countyDay } from '../../shared/county-time';
import { usePersonName, useUnitName } from '../../shared/ledger/filter-names';
import { filtersOf } from '../../shared/ledger/ledger-settings';
import type { FilterChip } from '../../shared/ledger/open-list';

/** In the order of a sentence: whose, what, how it stands. */
const order = [
  'leadUnitId',
  'unitId',
  'officerId',
  'mine',
  'principalId',
  'leaderId',
  'kind',
  'category',
  'state',
  'overdue',
  'reportOverdue',
  'suspended',
  'dueFrom',
  'dueTo',
  'q',
] as const;

/** The filters of the address as parts of a sentence: 水利局主办、逾期未结. */
export function useFilterWords(search: LedgerSearch): FilterChip[] {
  const { t, i18n } = useTranslation();
  const unit = useUnitName();
  const person = usePersonName({
    bureau_officer: search.officerId !== undefined,
    county_leader: search.leaderId !== undefined,
    principal: search.principalId !== undefined,
  });
  const set = filtersOf(search);
  const separator = i18n.resolvedLanguage === 'en' ? ' / ' : '或';
  const valueOf = (name: (typeof order)[number], value: string): string => {
    if (name === 'leadUnitId' || name === 'unitId') return unit(value) ?? t('ledger.someUnit');
    if (name === 'officerId' || name === 'leaderId' || name === 'principalId')
      return person(value) ?? t('ledger.someone');
    if (name === 'kind') return nameOf('words.matterKind', value);
    if (name === 'state')
      return statesIn(value)
        .map((state) => t(`words.taskState.${state}`))
        .join(separator);
    return name === 'dueFrom' || name === 'dueTo' ? countyDay(value) : value;
  };
  return order.flatMap((name) => {
    const value = set[name];
    if (value === undefined) return [];
    return [{ name, words: t(`ledger.chip.${name}`, { value: valueOf(name, String(value)) }) }];
  });
}
