import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Inspector } from '../api/inspector-types';
import { lists } from '../api/lists';
import type { Inspection } from '../api/types';
import { comma, inBrackets } from '../i18n/punctuation';

interface Picker<V> {
  id?: string;
  value?: V;
  onChange?: (value: V) => void;
}

/** Everybody whom a plan names already, so that pickers know their names. */
export const namedIn = ({ plan }: Inspection): { value: string; label: string }[] =>
  [
    ...plan.groups.flatMap(({ leader, members, invited }) => [...(leader ? [leader] : []), ...members, ...invited]),
    ...plan.supervisors,
  ].map(({ id, name, unit }) => ({ value: id, label: unit === null ? name : `${name}${inBrackets(unit)}` }));

function useInspectors(known: { value: string; label: string }[]) {
  const { t } = useTranslation();
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery({ ...lists.inspectors(q), placeholderData: (old) => old });
  const [picked, setPicked] = useState<{ value: string; label: string }[]>([]);
  const lacks = ({ trained, secrecy }: Inspector): string =>
    [...(trained ? [] : [t('inspection.untrained')]), ...(secrecy ? [] : [t('inspection.unsworn')])].join(comma());
  const found = (data?.items ?? []).map((one) => {
    const words = t('inspection.inspectorOption', { name: one.name, unit: one.unit ?? '' });
    const lack = lacks(one);
    return { value: one.id, label: lack === '' ? words : `${words} · ${lack}` };
  });
  const options = [...new Map([...known, ...picked, ...found].map((one) => [one.value, one])).values()];
  const keep = (ids: string[]) => setPicked(options.filter(({ value }) => ids.includes(value)));
  return { options, loading: isFetching, search: { filterOption: false, onSearch: setQ } as const, keep };
}

interface InspectorPicker<V> extends Picker<V> {
  known: { value: string; label: string }[];
}

/** One person who could be sent out, found by name; it says who is not trained or has not acknowledged secrecy. */
export function InspectorField({ known, onChange, ...rest }: InspectorPicker<string | undefined>) {
  const { options, loading, search, keep } = useInspectors(known);
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      options={options}
      loading={loading}
      allowClear
      showSearch={search}
      onChange={(value: string | undefined) => {
        keep(value === undefined ? [] : [value]);
        onChange?.(value);
      }}
    />
  );
}

/** Any number of them. */
export function InspectorsField({ known, onChange, ...rest }: InspectorPicker<string[]>) {
  const { options, loading, search, keep } = useInspectors(known);
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={loading}
      showSearch={search}
      onChange={(value: string[]) => {
        keep(value);
        onChange?.(value);
      }}
    />
  );
}

/** Villages and projects of the chosen objects. */
export function SitesField({ objectIds, onChange, ...rest }: Picker<string[]> & { objectIds: readonly string[] }) {
  const { data, isLoading } = useInfiniteQuery(lists.sites({ kind: 'village' }));
  const options = (data?.pages.flatMap(({ items }) => items) ?? [])
    .filter(({ unit }) => objectIds.includes(unit.id))
    .map(({ id, name, unit }) => ({ value: id, label: `${name}${inBrackets(unit.shortName)}` }));
  return (
    <Select
      {...rest}
      mode="multiple"
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string[]) => onChange?.(value)}
    />
  );
}

/** A published standard. */
export function StandardField({ onChange, ...rest }: Picker<string | undefined>) {
  const { data, isLoading } = useInfiniteQuery(lists.standards());
  const options = (data?.pages.flatMap(({ items }) => items) ?? []).flatMap(({ id, name, inForce }) =>
    inForce === null ? [] : [{ value: `${id}|${inForce}`, label: name }],
  );
  return (
    <Select
      {...rest}
      style={{ width: '100%' }}
      options={options}
      loading={isLoading}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      onChange={(value: string | undefined) => onChange?.(value)}
    />
  );
}
