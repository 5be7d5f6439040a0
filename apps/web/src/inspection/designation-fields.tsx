import { Checkbox, DatePicker, Form, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { reference } from '../api/lists';
import type { PlanValues } from './plan-values';

const departments = ['department', 'office', 'institute'];

/** Where a department runs the inspection in the government's name: which, and matter, scope, duty and period of its designation. */
export function DesignationFields() {
  const { t } = useTranslation();
  const designated = Form.useWatch<PlanValues['designated']>('designated');
  return (
    <>
      <Form.Item className="wide" name="designated" valuePropName="checked" extra={t('inspection.designationNote')}>
        <Checkbox>{t('inspection.designated')}</Checkbox>
      </Form.Item>
      {designated === true ? <Parts /> : null}
    </>
  );
}

function Parts() {
  const { t } = useTranslation();
  const required = useRequired();
  const { data, isLoading } = useQuery(reference.units());
  const options = (data?.items ?? [])
    .filter(({ kind }) => departments.includes(kind))
    .map(({ id, name }) => ({ value: id, label: name }));
  const unit = t('inspection.field.designation');
  const period = t('inspection.field.designationPeriod');
  return (
    <>
      <Form.Item name={['designation', 'unitId']} label={unit} rules={required(unit)}>
        <Select options={options} loading={isLoading} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item
        name={['designation', 'period']}
        label={period}
        rules={[{ required: true, message: t('general.required', { what: period }) }]}
      >
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      {(['matter', 'scope', 'duty'] as const).map((part) => (
        <Form.Item
          key={part}
          name={['designation', part]}
          label={t(`inspection.designation.${part}`)}
          rules={required(t(`inspection.designation.${part}`))}
        >
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={500} />
        </Form.Item>
      ))}
    </>
  );
}
