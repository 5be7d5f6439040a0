import { useQuery } from '@tanstack/react-query';
import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerKinds, taskStates } from '../../api/codes';
import { reference } from '../../api/lists';
import type { Role } from '../../api/types';
import { type LedgerSearch, statesIn } from '../../app/search';
import { instantOf, pickedOf } from '../../shared/county-time';

/** One filter as a field: what is set, and what it becomes. */
export interface FieldProps {
  search: LedgerSearch;
  change: (part: Partial<LedgerSearch>) => void;
}

/** Any number of states. */
export function StateField({ search, change }: FieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      mode="multiple"
      maxTagCount={1}
      placeholder={t('bureau.state')}
      aria-label={t('bureau.state')}
      value={statesIn(search.state)}
      options={taskStates.map((value) => ({ value, label: t(`words.taskState.${value}`) }))}
      onChange={(states: string[]) => change({ state: states.join(',') || undefined })}
    />
  );
}

/** Where the task came from. */
export function KindField({ search, change }: FieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      placeholder={t('bureau.source')}
      aria-label={t('bureau.source')}
      value={search.kind}
      options={ledgerKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))}
      onChange={(kind) => change({ kind })}
    />
  );
}

/** The order of the rows. */
export function SortField({ search, change }: FieldProps) {
  const { t } = useTranslation();
  const sorts = [
    { value: 'recent' as const, label: t('bureau.sortRecent') },
    { value: 'due' as const, label: t('bureau.sortDue') },
  ];
  return (
    <Select
      aria-label={t('bureau.sort')}
      value={search.sort ?? 'recent'}
      options={sorts}
      onChange={(sort) => change({ sort: sort === 'due' ? sort : undefined })}
    />
  );
}

/** A unit that leads or assists, or only leads. */
export function UnitField({ search, change, name }: FieldProps & { name: 'unitId' | 'leadUnitId' }) {
  const { t } = useTranslation();
  const { data } = useQuery(reference.units());
  const label = t(name === 'unitId' ? 'bureau.unit' : 'bureau.col.lead');
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={label}
      aria-label={label}
      value={search[name]}
      options={(data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.shortName }))}
      onChange={(unitId) => change({ [name]: unitId })}
    />
  );
}

const people = {
  officerId: { role: 'bureau_officer', label: 'bureau.officer' },
  leaderId: { role: 'county_leader', label: 'bureau.col.leadLeader' },
  principalId: { role: 'principal', label: 'bureau.col.principal' },
} as const satisfies Partial<Record<keyof LedgerSearch, { role: Role; label: string }>>;

/** A person in one of the places that the ledger knows. */
export function PersonField({ search, change, name }: FieldProps & { name: keyof typeof people }) {
  const { t } = useTranslation();
  const { data } = useQuery(reference.persons(people[name].role));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t(people[name].label)}
      aria-label={t(people[name].label)}
      value={search[name]}
      options={(data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
      onChange={(personId) => change({ [name]: personId })}
    />
  );
}

/** Whole county days on the screen, half-open instants in the address. */
export function DaysField({ search, change }: FieldProps) {
  const { t } = useTranslation();
  const from = search.dueFrom === undefined ? null : pickedOf(search.dueFrom);
  const to = search.dueTo === undefined ? null : pickedOf(search.dueTo).subtract(1, 'day');
  return (
    <DatePicker.RangePicker
      className="wide"
      allowEmpty={[true, true]}
      aria-label={t('bureau.dueFrom')}
      placeholder={[t('bureau.dueFrom'), t('bureau.dueTo')]}
      value={[from, to]}
      onChange={(days) =>
        change({
          dueFrom: days?.[0] == null ? undefined : instantOf(dayjs(days[0]).startOf('day')),
          dueTo: days?.[1] == null ? undefined : instantOf(dayjs(days[1]).add(1, 'day').startOf('day')),
        })
      }
    />
  );
}

/** The field by which a chip of the sentence is altered; null: it can only be taken away. */
export function fieldOf(name: string, props: FieldProps): ReactNode {
  switch (name) {
    case 'state':
      return <StateField {...props} />;
    case 'kind':
      return <KindField {...props} />;
    case 'unitId':
    case 'leadUnitId':
      return <UnitField {...props} name={name} />;
    case 'officerId':
    case 'leaderId':
    case 'principalId':
      return <PersonField {...props} name={name} />;
    case 'dueFrom':
    case 'dueTo':
      return <DaysField {...props} />;
    default:
      return null;
  }
}
