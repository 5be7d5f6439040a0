import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { deskOf } from '../../app/desks';
import { countSet, Filters } from '../../shared/filters';
import { ClearFilters } from '../../shared/ledger/clear-filters';
import { SearchField } from '../../shared/search-field';
import { DaysField, type FieldProps, KindField, PersonField, SortField, StateField, UnitField } from './filter-fields';

/** The ledger's filters; they live in the address, so a view can be bookmarked and sent. */
export function LedgerFilters({ search, change }: FieldProps) {
  const { t } = useTranslation();
  const bureau = deskOf(useMe().acting?.role) === 'bureau';
  const words = <SearchField words={search.q} hint={t('bureau.searchHint')} search={(q) => change({ q })} />;
  const field = { search, change };
  return (
    <Filters set={countSet(search)} search={words}>
      <StateField {...field} />
      <KindField {...field} />
      <SortField {...field} />
      <UnitField {...field} name="unitId" />
      {bureau ? <PersonField {...field} name="officerId" /> : null}
      <DaysField {...field} />
      <Flags {...field} />
      <ClearFilters search={search} change={change} />
    </Filters>
  );
}

function Flags({ search, change }: FieldProps) {
  const { t } = useTranslation();
  const flag = (name: 'overdue' | 'reportOverdue' | 'suspended' | 'mine', label: string) => (
    <Checkbox
      checked={search[name] === true}
      onChange={(event) => change({ [name]: event.target.checked ? true : undefined })}
    >
      {label}
    </Checkbox>
  );
  return (
    <>
      {flag('overdue', t('bureau.overdueOnly'))}
      {flag('reportOverdue', t('unit.reportOverdueOnly'))}
      {flag('suspended', t('bureau.suspendedOnly'))}
      {flag('mine', t('bureau.mineOnly'))}
    </>
  );
}
