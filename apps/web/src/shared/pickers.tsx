import { useQuery } from '@tanstack/react-query';
import { AutoComplete, DatePicker, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import type { Role, UnitView } from '../api/types';
import { instantOf, pickedOf } from './county-time';
import { inBrackets } from '../i18n/punctuation';

interface Picker<V> {
  id?: string;
  value?: V;
  onChange?: (value: V) => void;
  placeholder?: string;
  size?: 'large';
  'aria-label'?: string;
}

/** Townships: their lists forbid them some items, and a principal may decide otherwise. Whether one may lead is the server’s to say. */
export const townships: readonly UnitView['kind'][] = ['town', 'township', 'street'];

function useUnitOptions(leadsOnly: boolean) {
  const { data, isLoading } = useQuery(reference.units());
  const options = useMemo(() => {
    const units = data?.items ?? [];
    // a county without a duty register yet gives work to any unit
    const someLead = units.some((unit) => unit.leads);
    return units
      .filter((unit) => !leadsOnly || !someLead || unit.leads || townships.includes(unit.kind))
      .map((unit) => ({ value: unit.id, label: unit.shortName, full: unit.name }));
  }, [data, leadsOnly]);
  return { options, isLoading };
}
const byName = (input: string, option?: { label: string; full: string }) =>
  option !== undefined && (option.full.includes(input) || option.label.includes(input));

interface OneUnit extends Picker<string | undefined> {
  leadsOnly: boolean;
}

function OneUnitPicker({ leadsOnly, onChange, ...rest }: OneUnit) {
  const { options, isLoading } = useUnitOptions(leadsOnly);
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      showSearch={{ filterOption: byName }}
      allowClear
      onChange={(value) => onChange?.(value)}
    />
  );
}

/** One unit that can take a lead; found by any part of its name. */
export const UnitPicker = (props: Picker<string | undefined>) => <OneUnitPicker {...props} leadsOnly />;

/** Any one unit, also one that leads nothing; found by any part of its name. */
export const AnyUnitPicker = (props: Picker<string | undefined>) => <OneUnitPicker {...props} leadsOnly={false} />;

/** Any number of units. */
export function UnitsPicker({ onChange, ...rest }: Picker<string[]>) {
  const { options, isLoading } = useUnitOptions(true);
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      showSearch={{ filterOption: byName }}
      maxTagCount="responsive"
      onChange={(value: string[]) => onChange?.(value)}
    />
  );
}

/** Any number of units that may do something; villages receive work through their townships only. */
export function AnyUnitsPicker({ onChange, only, ...rest }: Picker<string[]> & { only?: readonly UnitView['kind'][] }) {
  const { data, isLoading } = useQuery(reference.units());
  const options = (data?.items ?? [])
    .filter(({ kind }) => (only === undefined ? kind !== 'village' : only.includes(kind)))
    .map((unit) => ({ value: unit.id, label: unit.shortName, full: unit.name }));
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      showSearch={{ filterOption: byName }}
      onChange={(value: string[]) => onChange?.(value)}
    />
  );
}

/** A person holding one of the roles. */
export function PersonPicker({ role, onChange, ...rest }: Picker<string | undefined> & { role: Role }) {
  const { data, isLoading } = useQuery(reference.persons(role));
  const options = (data?.items ?? []).map((person) => ({
    value: person.id,
    label: person.title === undefined ? person.name : `${person.name}${inBrackets(person.title)}`,
  }));
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      onChange={(value) => onChange?.(value)}
    />
  );
}

interface ManyPicker extends Picker<string[]> {
  most?: number;
}

/** Officers of the bureau, up to so many. */
export function OfficersPicker({ onChange, most, ...rest }: ManyPicker) {
  const heads = useQuery(reference.persons('bureau_head'));
  const officers = useQuery(reference.persons('bureau_officer'));
  const people = [...(heads.data?.items ?? []), ...(officers.data?.items ?? [])];
  const options = [...new Map(people.map(({ id, name }) => [id, { value: id, label: name }])).values()];
  return (
    <Select
      {...rest}
      mode="multiple"
      maxCount={most}
      style={{ width: '100%' }}
      options={options}
      loading={heads.isLoading || officers.isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string[]) => onChange?.(value)}
    />
  );
}

/** Any people of the county, found by name. */
export function PeoplePicker({ onChange, ...rest }: Picker<string[]>) {
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({
    ...reference.people(q),
    enabled: q.trim() !== '',
    placeholderData: (old) => old,
  });
  const [known, setKnown] = useState<{ value: string; label: string }[]>([]);
  const found = (data?.items ?? []).map(({ id, name, unitName }) => ({
    value: id,
    label: `${name}${inBrackets(unitName)}`,
  }));
  const options = [...new Map([...known, ...found].map((one) => [one.value, one])).values()];
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={isFetching}
      showSearch={{ filterOption: false, onSearch: setQ }}
      onChange={(value: string[]) => {
        setKnown(options.filter((one) => value.includes(one.value)));
        onChange?.(value);
      }}
    />
  );
}

/** A category of the duty register, typed or chosen. */
export function CategoryPicker({ value, onChange, ...rest }: Picker<string | undefined>) {
  const { data } = useQuery(reference.categories());
  const options = (data ?? [])
    .filter((category) => value === undefined || value === '' || category.includes(value))
    .slice(0, 60)
    .map((category) => ({ value: category }));
  return (
    <AutoComplete {...rest} style={{ width: '100%' }} value={value} options={options} allowClear onChange={onChange} />
  );
}

const endOfOffice = 18;

/** A due instant picked as county wall-clock; a day alone means 18:00 of it. Value and change are ISO UTC. */
export function DuePicker({
  value,
  onChange,
  past = false,
  ...rest
}: Picker<string | null | undefined> & { past?: boolean }) {
  const { t } = useTranslation();
  return (
    <DatePicker
      {...rest}
      style={{ width: '100%' }}
      format="YYYY-MM-DD HH:mm"
      showTime={{ format: 'HH:mm', minuteStep: 30, defaultOpenValue: dayjs().hour(endOfOffice).minute(0).second(0) }}
      value={value == null ? null : pickedOf(value)}
      disabledDate={(day: Dayjs) => !past && day.isBefore(dayjs().startOf('day'))}
      placeholder={rest.placeholder ?? t('general.pickDue')}
      onChange={(picked: Dayjs | null) => onChange?.(picked === null ? null : instantOf(picked))}
    />
  );
}
