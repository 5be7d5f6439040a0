import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Checkbox, DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { reference } from '../../api/lists';
import { useMe } from '../../api/session';
import { matterKinds, taskStates } from '../../api/codes';
import { deskOf } from '../../app/desks';
import type { LedgerSearch } from '../../app/search';
import { instantOf, pickedOf } from '../../shared/county-time';
import { countSet, Filters } from '../../shared/filters';
import { SearchField } from '../../shared/search-field';

interface FiltersProps {
  search: LedgerSearch;
}
type Change = (part: Partial<LedgerSearch>) => void;

/** The ledger's filters; they live in the address, so a view can be bookmarked and sent. */
export function LedgerFilters({ search }: FiltersProps) {
  const { t } = useTranslation();
  const navigate = useNavigate({ from: '/ledger' });
  const change: Change = (part) => void navigate({ search: { ...search, ...part }, replace: true });
  const bureau = deskOf(useMe().acting?.role) === 'bureau';
  const words = <SearchField words={search.q} hint={t('bureau.searchHint')} search={(q) => change({ q })} />;
  return (
    <Filters set={countSet(search)} search={words}>
      <Kinds search={search} change={change} />
      <UnitFilter search={search} change={change} />
      {bureau ? <OfficerFilter search={search} change={change} /> : null}
      <Days search={search} change={change} />
      <Flags search={search} change={change} />
      <Button type="link" onClick={() => void navigate({ search: {}, replace: true })}>
        {t('general.clear')}
      </Button>
    </Filters>
  );
}

function Kinds({ search, change }: FiltersProps & { change: Change }) {
  const { t } = useTranslation();
  const sorts = [
    { value: 'recent' as const, label: t('bureau.sortRecent') },
    { value: 'due' as const, label: t('bureau.sortDue') },
  ];
  return (
    <>
      <Select
        allowClear
        placeholder={t('bureau.state')}
        aria-label={t('bureau.state')}
        value={search.state}
        options={taskStates.map((value) => ({ value, label: t(`words.taskState.${value}`) }))}
        onChange={(state) => change({ state })}
      />
      <Select
        allowClear
        placeholder={t('bureau.source')}
        aria-label={t('bureau.source')}
        value={search.kind}
        options={matterKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <Select
        aria-label={t('bureau.sort')}
        value={search.sort ?? 'recent'}
        options={sorts}
        onChange={(sort) => change({ sort })}
      />
    </>
  );
}

function UnitFilter({ search, change }: FiltersProps & { change: Change }) {
  const { t } = useTranslation();
  const { data } = useQuery(reference.units());
  const options = (data?.items ?? []).map((unit) => ({ value: unit.id, label: unit.shortName }));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('bureau.unit')}
      aria-label={t('bureau.unit')}
      value={search.unitId}
      options={options}
      onChange={(unitId) => change({ unitId })}
    />
  );
}

function OfficerFilter({ search, change }: FiltersProps & { change: Change }) {
  const { t } = useTranslation();
  const { data } = useQuery(reference.persons('bureau_officer'));
  return (
    <Select
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('bureau.officer')}
      aria-label={t('bureau.officer')}
      value={search.officerId}
      options={(data?.items ?? []).map((person) => ({ value: person.id, label: person.name }))}
      onChange={(officerId) => change({ officerId })}
    />
  );
}

/** Whole county days on the screen, half-open instants in the address. */
function Days({ search, change }: FiltersProps & { change: Change }) {
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

function Flags({ search, change }: FiltersProps & { change: Change }) {
  const { t } = useTranslation();
  const flag = (name: 'overdue' | 'suspended' | 'mine', label: string) => (
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
      {flag('suspended', t('bureau.suspendedOnly'))}
      {flag('mine', t('bureau.mineOnly'))}
    </>
  );
}
