import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { reference } from '../api/lists';
import type { UnitKind } from '../api/types';
import { DuePicker } from '../shared/pickers';

/** Kinds of units in the order in which a county names them. */
const unitKinds: readonly UnitKind[] = [
  'county',
  'party_committee',
  'government',
  'congress',
  'cppcc',
  'party_organ',
  'office',
  'bureau',
  'department',
  'division',
  'town',
  'township',
  'street',
  'farm',
  'institute',
  'enterprise',
  'village',
];

/** The rule of a field that must be filled. */
export function useRequired() {
  const { t } = useTranslation();
  return (what: string) => [{ required: true, whitespace: true, message: t('general.required', { what }) }];
}

/** Any unit of today, found by any part of its name. */
export function AnyUnitField({ name, label, extra, optional = false, except }: AnyUnitFieldProps) {
  const { data, isLoading } = useQuery(reference.units());
  const required = useRequired();
  const options = useMemo(
    () => (data?.items ?? []).filter(({ id }) => id !== except).map((unit) => ({ value: unit.id, label: unit.name })),
    [data, except],
  );
  return (
    <Form.Item name={name} label={label} extra={extra} rules={optional ? [] : required(label)}>
      <Select options={options} loading={isLoading} allowClear={optional} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  );
}

interface AnyUnitFieldProps {
  name: string | string[];
  label: string;
  extra?: string;
  optional?: boolean;
  except?: string;
}

/** The kind of a unit. */
export function KindField({ name }: { name: string | (string | number)[] }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <Form.Item name={name} label={t('people.kind')} rules={required(t('people.kind'))}>
      <Select options={unitKinds.map((value) => ({ value, label: t(`people.kinds.${value}`) }))} />
    </Form.Item>
  );
}

/** Full and short name. */
export function NameFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="name" label={t('people.name')} rules={required(t('people.name'))}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="shortName" label={t('people.shortName')} rules={required(t('people.shortName'))}>
        <Input maxLength={30} />
      </Form.Item>
    </>
  );
}

/** From when a change counts, and why. */
export function DatedFields() {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <>
      <Form.Item name="at" label={t('people.at')} extra={t('people.atHint')}>
        <DuePicker past />
      </Form.Item>
      <Form.Item name="reason" label={t('people.reason')} rules={required(t('people.reason'))}>
        <Input.TextArea rows={2} maxLength={500} showCount />
      </Form.Item>
    </>
  );
}
