import { DatePicker, Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { KindField, MatterKind } from '../api/types';
import { useKind, useLabel } from './kinds';

/** The own fields of a kind, drawn from its table; they stand in the form under `fields`. */
export function KindFields({ kind }: { kind: MatterKind }) {
  const { t } = useTranslation();
  const label = useLabel();
  const fields = useKind(kind)?.fields ?? [];
  if (fields.length === 0) return null;
  return (
    <fieldset>
      <legend>{t('matter.ownFields')}</legend>
      <div className="two">
        {fields.map((field) => {
          const name = label(field.label);
          const needed = { required: true, message: t('general.required', { what: name }) };
          return (
            <Form.Item
              key={field.name}
              name={['fields', field.name]}
              className={field.type === 'long_text' ? 'wide' : undefined}
              label={field.required ? name : name + t('general.optional')}
              rules={field.required ? [needed] : []}
            >
              <Control field={field} />
            </Form.Item>
          );
        })}
      </div>
    </fieldset>
  );
}

interface ControlProps {
  field: KindField;
  id?: string;
  value?: string | number | boolean;
  onChange?: (value: unknown) => void;
}

function Control({ field, ...rest }: ControlProps) {
  switch (field.type) {
    case 'date':
      return <Day {...rest} />;
    case 'number':
      return <Count {...rest} />;
    case 'yes_no':
      return <YesNo {...rest} />;
    case 'choice':
      return <Choice field={field} {...rest} />;
    default:
      return <Words field={field} {...rest} />;
  }
}

type Plain = Omit<ControlProps, 'field'>;

function Words({ field, id, value, onChange }: ControlProps) {
  const shared = { id, value: text(value), maxLength: field.longest ?? undefined };
  if (field.type === 'long_text')
    return (
      <Input.TextArea
        {...shared}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={(event) => onChange?.(event.target.value)}
      />
    );
  return <Input {...shared} onChange={(event) => onChange?.(event.target.value)} />;
}

function Count({ id, value, onChange }: Plain) {
  return (
    <InputNumber
      id={id}
      style={{ width: '100%' }}
      min={0}
      precision={0}
      value={typeof value === 'number' ? value : undefined}
      onChange={onChange}
    />
  );
}

function YesNo({ id, value, onChange }: Plain) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      id={id}
      value={value}
      onChange={(event) => onChange?.(event.target.value)}
      options={[
        { value: true, label: t('general.yes') },
        { value: false, label: t('general.no') },
      ]}
    />
  );
}

function Choice({ field, id, value, onChange }: ControlProps) {
  const label = useLabel();
  return (
    <Select
      id={id}
      allowClear
      style={{ width: '100%' }}
      value={text(value)}
      onChange={onChange}
      options={field.choices.map((choice) => ({ value: choice.code, label: label(choice.label) }))}
    />
  );
}

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** A calendar day, without a time. */
function Day({ id, value, onChange }: Plain) {
  return (
    <DatePicker
      id={id}
      style={{ width: '100%' }}
      value={typeof value === 'string' ? dayjs(value) : null}
      onChange={(day: Dayjs | null) => onChange?.(day === null ? undefined : day.format('YYYY-MM-DD'))}
    />
  );
}

/** What a field holds, in the words of the screen. */
export function useFieldWords(): (field: KindField, value: unknown) => string {
  const { t } = useTranslation();
  const label = useLabel();
  return (field, value) => {
    if (typeof value === 'boolean') return value ? t('general.yes') : t('general.no');
    const choice = field.choices.find(({ code }) => code === value);
    return choice === undefined ? String(value) : label(choice.label);
  };
}
