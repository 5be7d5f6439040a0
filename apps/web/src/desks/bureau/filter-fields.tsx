import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ledgerKinds, taskStates } from '../../api/codes';
import type { Role } from '../../api/types';
import { type LedgerSearch, statesIn } from '../../app/search';
import { DaysChoice, PersonChoice, UnitChoice } from '../../shared/ledger/fields';
import type { ListPart } from '../../shared/ledger/open-list';

/** One filter as a field: what is set, and what it becomes. */
export interface FieldProps {
  search: LedgerSearch;
  change: (part: ListPart) => void;
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
  const label = t(name === 'unitId' ? 'bureau.unit' : 'bureau.col.lead');
  return <UnitChoice label={label} value={search[name]} change={(unitId) => change({ [name]: unitId })} />;
}

const people = {
  officerId: { role: 'bureau_officer', label: 'bureau.officer' },
  leaderId: { role: 'county_leader', label: 'bureau.col.leadLeader' },
  principalId: { role: 'principal', label: 'bureau.col.principal' },
} as const satisfies Partial<Record<keyof LedgerSearch, { role: Role; label: string }>>;

/** A person in one of the places that the ledger knows. */
export function PersonField({ search, change, name }: FieldProps & { name: keyof typeof people }) {
  const { t } = useTranslation();
  const { role, label } = people[name];
  return (
    <PersonChoice
      role={role}
      label={t(label)}
      value={search[name]}
      change={(personId) => change({ [name]: personId })}
    />
  );
}

/** By when it is to be done. */
export function DaysField({ search, change }: FieldProps) {
  const { t } = useTranslation();
  return (
    <DaysChoice
      from={search.dueFrom}
      to={search.dueTo}
      labels={[t('bureau.dueFrom'), t('bureau.dueTo')]}
      change={(dueFrom, dueTo) => change({ dueFrom, dueTo })}
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
