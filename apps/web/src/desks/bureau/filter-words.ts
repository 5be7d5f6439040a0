import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { reference } from '../../api/lists';
import type { Role } from '../../api/types';
import { type LedgerSearch, statesIn } from '../../app/search';
import { nameOf } from '../../i18n/names';
import { countyDay } from '../../shared/county-time';
import { filtersOf } from './ledger-settings';

/** One filter that is set, said in words. */
export interface FilterChip {
  name: keyof LedgerSearch;
  words: string;
}

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
  const person = usePersonName(search);
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
    if (value === undefined || value === null) return [];
    return [{ name, words: t(`ledger.chip.${name}`, { value: valueOf(name, String(value)) }) }];
  });
}

function useUnitName(): (id: string) => string | undefined {
  const { data } = useQuery(reference.units());
  return (id) => data?.items.find((unit) => unit.id === id)?.shortName;
}

function usePersonName({ officerId, leaderId, principalId }: LedgerSearch): (id: string) => string | undefined {
  const named = (role: Role, wanted: string | undefined) => ({
    ...reference.persons(role),
    enabled: wanted !== undefined,
  });
  const officers = useQuery(named('bureau_officer', officerId));
  const leaders = useQuery(named('county_leader', leaderId));
  const principals = useQuery(named('principal', principalId));
  const known = [officers, leaders, principals].flatMap(({ data }) => data?.items ?? []);
  return (id) => known.find((person) => person.id === id)?.name;
}
