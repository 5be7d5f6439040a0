import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { matterKinds, matterStates } from '../api/codes';
import type { MatterSearch } from '../app/search';
import { DaysChoice, PersonChoice, UnitChoice } from '../shared/ledger/fields';
import type { ListPart } from '../shared/ledger/open-list';
import { CategoryPicker } from '../shared/pickers';

/** One filter of the matters as a field: what is set, and what it becomes. */
export interface MatterFieldProps {
  search: MatterSearch;
  change: (part: ListPart) => void;
}

/** How the matter stands. */
export function StateField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      placeholder={t('matter.col.state')}
      aria-label={t('matter.col.state')}
      value={search.state}
      options={matterStates.map((value) => ({ value, label: t(`words.matterState.${value}`) }))}
      onChange={(state) => change({ state })}
    />
  );
}

/** Where it came from. */
export function KindField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <Select
      allowClear
      placeholder={t('matter.kind')}
      aria-label={t('matter.kind')}
      value={search.kind}
      options={matterKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))}
      onChange={(kind) => change({ kind })}
    />
  );
}

/** A category or a branch. */
export function CategoryField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <CategoryPicker
      placeholder={t('matter.category')}
      aria-label={t('matter.category')}
      value={search.category}
      onChange={(category) => change({ category: category === '' ? undefined : category })}
    />
  );
}

/** The unit that leads one of its tasks. */
export function LeadUnitField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <UnitChoice
      label={t('matter.col.leadUnits')}
      value={search.leadUnitId}
      change={(leadUnitId) => change({ leadUnitId })}
    />
  );
}

/** The principal who gave it. */
export function PrincipalField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <PersonChoice
      role="principal"
      label={t('matter.col.principal')}
      value={search.principalId}
      change={(principalId) => change({ principalId })}
    />
  );
}

/** When it came in. */
export function ReceivedField({ search, change }: MatterFieldProps) {
  const { t } = useTranslation();
  return (
    <DaysChoice
      from={search.receivedFrom}
      to={search.receivedTo}
      labels={[t('matter.receivedFrom'), t('matter.receivedTo')]}
      change={(receivedFrom, receivedTo) => change({ receivedFrom, receivedTo })}
    />
  );
}

/** The field by which a chip of the sentence is altered; null: it can only be taken away. */
export function fieldOf(name: string, props: MatterFieldProps): ReactNode {
  switch (name) {
    case 'state':
      return <StateField {...props} />;
    case 'kind':
      return <KindField {...props} />;
    case 'category':
      return <CategoryField {...props} />;
    case 'leadUnitId':
      return <LeadUnitField {...props} />;
    case 'principalId':
      return <PrincipalField {...props} />;
    case 'receivedFrom':
    case 'receivedTo':
      return <ReceivedField {...props} />;
    default:
      return null;
  }
}
