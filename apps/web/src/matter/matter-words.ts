import { useTranslation } from 'react-i18next';
import type { MatterSearch } from '../app/search';
import { nameOf } from '../i18n/names';
import { countyDay } from '../shared/county-time';
import { usePersonName, useUnitName } from '../shared/ledger/filter-names';
import { filtersOf } from '../shared/ledger/ledger-settings';
import type { FilterChip } from '../shared/ledger/open-list';

/** In the order of a sentence: whose, what, how it stands. */
const order = [
  'leadUnitId',
  'principalId',
  'kind',
  'category',
  'state',
  'needsTriage',
  'importId',
  'receivedFrom',
  'receivedTo',
  'q',
] as const;

/** The filters of the address as parts of a sentence: 县水利局主办、待立项. */
export function useMatterWords(search: MatterSearch): FilterChip[] {
  const { t } = useTranslation();
  const unit = useUnitName();
  const person = usePersonName({ principal: search.principalId !== undefined });
  const set = filtersOf(search);
  const valueOf = (name: (typeof order)[number], value: string): string => {
    if (name === 'leadUnitId') return unit(value) ?? t('ledger.someUnit');
    if (name === 'principalId') return person(value) ?? t('ledger.someone');
    if (name === 'kind') return nameOf('words.matterKind', value);
    if (name === 'state') return nameOf('words.matterState', value);
    return name === 'receivedFrom' || name === 'receivedTo' ? countyDay(value) : value;
  };
  return order.flatMap((name) => {
    const value = set[name];
    if (value === undefined) return [];
    return [{ name, words: t(`matter.chip.${name}`, { value: valueOf(name, String(value)) }) }];
  });
}
