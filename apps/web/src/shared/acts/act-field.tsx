import { Checkbox, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { nameOf } from '../../i18n/names';
import { EvidenceField } from '../evidence';
import { DuePicker, PersonPicker, UnitPicker, UnitsPicker } from '../pickers';
import type { ActField, ActSubject } from './act-spec';
import { MandatePicker } from './mandate-picker';
import { MatterPicker } from './matter-picker';
import { PartsField } from './parts-field';

const longest = 4000;

/** One field of an act's dialog, drawn by its kind. */
export function ActFieldItem({ field, subject }: { field: ActField; subject: ActSubject }) {
  const { t } = useTranslation();
  const label = t(`task.field.${field.label}`);
  if (field.kind === 'parts') return <PartsField />;
  const needed = { required: true, message: t('general.required', { what: label }) };
  return (
    <Form.Item
      name={field.name}
      label={field.required === true ? label : `${label}${t('general.optional')}`}
      rules={field.required === true ? [needed] : []}
      valuePropName={field.kind === 'flag' ? 'checked' : 'value'}
    >
      {control(field, subject)}
    </Form.Item>
  );
}

function control(field: Exclude<ActField, { kind: 'parts' }>, subject: ActSubject) {
  switch (field.kind) {
    case 'words':
      return (
        <Input.TextArea autoSize={{ minRows: field.rows ?? 3, maxRows: 14 }} maxLength={field.longest ?? longest} />
      );
    case 'line':
      return <Input maxLength={200} />;
    case 'number':
      return <InputNumber style={{ width: '100%' }} min={0} />;
    case 'unit':
      return <UnitPicker />;
    case 'units':
      return <UnitsPicker />;
    case 'due':
      return <DuePicker past={field.past} />;
    case 'person':
      return <PersonPicker role={field.role} />;
    case 'choice':
      return <Radio.Group className="choices" options={namedOptions(field)} />;
    case 'pick':
      return <Select allowClear options={namedOptions(field)} />;
    case 'flag':
      return <Switch />;
    case 'evidence':
      return <EvidenceField />;
    case 'mandate':
      return <MandatePicker />;
    case 'matter':
      return <MatterPicker except={subject.id} />;
    case 'assignments':
      return <Checkbox.Group className="choices" options={subject.choices?.assignments ?? []} />;
    case 'signatory':
      return <Radio.Group className="choices" options={subject.choices?.signatories ?? []} />;
    case 'signatories':
      return <Checkbox.Group className="choices" options={subject.choices?.signatories ?? []} />;
  }
}

const namedOptions = ({ group, options }: { readonly group: string; readonly options: readonly string[] }) =>
  options.map((value) => ({ value, label: nameOf(group, value) }));
