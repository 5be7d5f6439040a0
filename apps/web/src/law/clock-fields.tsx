import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { startEvents } from '../api/codes';
import { newClock } from './law-draft';

const holders = [
  'unit',
  'assisting_unit',
  'bureau',
  'asker',
  'object',
  'deputies_office',
  'proposal_committee',
  'hotline_centre',
] as const;
const units = ['natural_day', 'working_day', 'working_hour', 'month'] as const;
const importances = ['urgent', 'ordinary', 'hard'] as const;

/** The time limits of a profile, one below the other. */
export function ClockFields() {
  const { t } = useTranslation();
  return (
    <Form.List name="clocks">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key}>
              <legend>{t('law.nth', { at: name + 1 })}</legend>
              <Words at={name} />
              <Term at={name} />
              {fields.length > 1 ? (
                <Button icon={<DeleteOutlined aria-hidden />} onClick={() => remove(name)}>
                  {t('law.removeClock')}
                </Button>
              ) : null}
            </fieldset>
          ))}
          <Button
            icon={<PlusOutlined aria-hidden />}
            disabled={fields.length >= 30}
            onClick={() => add({ ...newClock })}
            style={{ marginBottom: 16 }}
          >
            {t('law.addClock')}
          </Button>
        </>
      )}
    </Form.List>
  );
}

function Words({ at }: { at: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  const texts = [
    ['titleZh', t('law.titleZh'), 120],
    ['title', t('law.titleEn'), 120],
    ['article', t('law.article'), 80],
  ] as const;
  return (
    <div className="pair">
      {texts.map(([name, label, longest]) => (
        <Form.Item key={name} name={[at, name]} label={label} rules={required(label)}>
          <Input maxLength={longest} />
        </Form.Item>
      ))}
      <Form.Item
        name={[at, 'code']}
        label={t('law.clockCode')}
        extra={t('law.clockCodeHint')}
        rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('law.clockCodeHint') }]}
      >
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name={[at, 'startsAt']} label={t('law.starts')}>
        <Select options={startEvents.map((value) => ({ value, label: t(`law.start.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'holder']} label={t('law.holder')}>
        <Select options={holders.map((value) => ({ value, label: t(`law.who.${value}`) }))} />
      </Form.Item>
    </div>
  );
}

function Term({ at }: { at: number }) {
  const { t } = useTranslation();
  const required = useRequired();
  const yearly: unknown = Form.useWatch(['clocks', at, 'isYearly']);
  return (
    <>
      <Form.Item name={[at, 'isYearly']} valuePropName="checked">
        <Checkbox>{t('law.isYearly')}</Checkbox>
      </Form.Item>
      {yearly === true ? (
        <Form.Item name={[at, 'yearly']} label={t('law.yearlyDay')} rules={required(t('law.yearlyDay'))}>
          <Input maxLength={5} placeholder="08-31" style={{ maxWidth: 160 }} />
        </Form.Item>
      ) : (
        <TermFields at={at} />
      )}
      <div className="pair">
        <Form.Item name={[at, 'importance']} label={t('law.importanceOf')}>
          <Select allowClear options={importances.map((value) => ({ value, label: t(`law.importance.${value}`) }))} />
        </Form.Item>
        <Form.Item name={[at, 'notCounted']} label={t('law.notCounted')} extra={t('law.notCountedHint')}>
          <Select mode="tags" maxCount={10} open={false} />
        </Form.Item>
      </div>
    </>
  );
}

function TermFields({ at }: { at: number }) {
  const { t } = useTranslation();
  const number = { precision: 0, min: 1, style: { width: '100%' } } as const;
  return (
    <div className="pair">
      <Form.Item
        name={[at, 'n']}
        label={t('law.termN')}
        rules={[{ required: true, message: t('general.required', { what: t('law.termN') }) }]}
      >
        <InputNumber {...number} />
      </Form.Item>
      <Form.Item name={[at, 'unit']} label={t('law.termUnit')}>
        <Select options={units.map((value) => ({ value, label: t(`law.unitName.${value}`) }))} />
      </Form.Item>
      <Form.Item name={[at, 'extendedN']} label={t('law.extendedN')}>
        <InputNumber {...number} />
      </Form.Item>
      <Form.Item name={[at, 'extensions']} label={t('law.extensions')}>
        <InputNumber {...number} max={9} />
      </Form.Item>
    </div>
  );
}
