import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { useKindOptions } from '../matter/kinds';

/** The source of a profile, where and when it holds, and how it counts. */
export function ProfileFields({ isNew }: { isNew: boolean }) {
  const { t } = useTranslation();
  const required = useRequired();
  const code = /^[a-z][a-z0-9_]{0,29}\.[a-z][a-z0-9_]{0,39}$/;
  return (
    <>
      {isNew ? (
        <Form.Item
          name="code"
          label={t('law.code')}
          extra={t('law.codeHint')}
          rules={[{ required: true, pattern: code, message: t('law.codeHint') }]}
        >
          <Input maxLength={71} />
        </Form.Item>
      ) : null}
      <div className="pair">
        <Form.Item name="titleZh" label={t('law.titleZh')} rules={required(t('law.titleZh'))}>
          <Input maxLength={120} />
        </Form.Item>
        <Form.Item name="title" label={t('law.titleEn')} rules={required(t('law.titleEn'))}>
          <Input maxLength={120} />
        </Form.Item>
      </div>
      <Form.Item name="source" label={t('law.source')} extra={t('law.sourceHint')} rules={required(t('law.source'))}>
        <Input maxLength={300} />
      </Form.Item>
      <ReachFields />
      <CountingFields />
    </>
  );
}

function ReachFields() {
  const { t } = useTranslation();
  const required = useRequired();
  const kinds = useKindOptions(() => true);
  return (
    <div className="pair">
      <Form.Item name="kinds" label={t('law.kinds')}>
        <Select mode="multiple" options={kinds} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
      <Form.Item name="place" label={t('law.place')} extra={t('law.placeHint')}>
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="from" label={t('law.from')} rules={required(t('law.from'))}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="to" label={t('law.to')}>
        <Input type="date" />
      </Form.Item>
    </div>
  );
}

function CountingFields() {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('law.counting')}</legend>
      <Form.Item name="countsFirstDay" valuePropName="checked">
        <Checkbox>{t('law.countsFirstDay')}</Checkbox>
      </Form.Item>
      <Form.Item name="rolls" valuePropName="checked">
        <Checkbox>{t('law.rolls')}</Checkbox>
      </Form.Item>
      <div className="pair">
        <Form.Item
          name="dayEndsAt"
          label={t('law.dayEndsAt')}
          rules={[{ required: true, pattern: /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, message: t('calendar.timeWrong') }]}
        >
          <Input maxLength={5} placeholder="24:00" />
        </Form.Item>
        <Form.Item name="receiptAfterHours" label={t('law.receiptAfterHours')}>
          <InputNumber precision={0} min={1} max={400} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </fieldset>
  );
}
