import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../api/session';
import { deskOf } from '../../app/desks';
import type { LedgerSearch } from '../../app/search';
import { countSet, Filters } from '../../shared/filters';
import { SearchField } from '../../shared/search-field';
import { DaysField, type FieldProps, KindField, PersonField, SortField, StateField, UnitField } from './filter-fields';

/** Changes a part of the ledger's address. */
export function useLedgerChange(search: LedgerSearch): FieldProps['change'] {
  const navigate = useNavigate({ from: '/ledger' });
  return (part) => void navigate({ search: { ...search, ...part }, replace: true });
}

/** The ledger's filters; they live in the address, so a view can be bookmarked and sent. */
export function LedgerFilters({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/ledger' });
  const change = useLedgerChange(search);
  const bureau = deskOf(useMe().acting?.role) === 'bureau';
  const words = <SearchField words={search.q} hint={t('bureau.searchHint')} search={(q) => change({ q })} />;
  const field = { search, change };
  const { columns, density, group } = search;
  return (
    <Filters set={countSet(search)} search={words}>
      <StateField {...field} />
      <KindField {...field} />
      <SortField {...field} />
      <UnitField {...field} name="unitId" />
      {bureau ? <PersonField {...field} name="officerId" /> : null}
      <DaysField {...field} />
      <Flags {...field} />
      <Button
        type="link"
        onClick={() => void navigate({ search: { columns, density, group, view: 'all' }, replace: true })}
      >
        {t('general.clear')}
      </Button>
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
