import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { importanceDegrees as degrees } from '../api/codes';
import { useKindOptions } from '../matter/kinds';
import { DuePicker } from '../shared/pickers';

const clocks = ['sign', 'answer', 'report', 'reply', 'supervisor', 'principal'] as const;

/** Name and scope of a ladder; one of the product stays for all matters of its time limit. */
export function LadderFields({ isNew, isOfProduct }: { isNew: boolean; isOfProduct: boolean }) {
  const { t } = useTranslation();
  const required = useRequired();
  return (
    <div className="pair">
      <Form.Item name="titleZh" label={t('ladder.titleZh')} rules={required(t('ladder.titleZh'))}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="title" label={t('ladder.titleEn')} rules={required(t('ladder.titleEn'))}>
        <Input maxLength={120} />
      </Form.Item>
      {isNew ? (
        <Form.Item
          name="code"
          label={t('ladder.code')}
          extra={t('ladder.codeHint')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: t('ladder.codeHint') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
      ) : null}
      {isOfProduct ? null : <Scope />}
      <Form.Item name="effectiveAt" label={t('ladder.effectiveAt')} extra={t('ladder.effectiveHint')}>
        <DuePicker />
      </Form.Item>
    </div>
  );
}

function Scope() {
  const { t } = useTranslation();
  const kinds = useKindOptions(() => true);
  return (
    <>
      <Form.Item name="clock" label={t('ladder.clock')}>
        <Select options={clocks.map((value) => ({ value, label: t(`ladder.clockName.${value}`) }))} />
      </Form.Item>
      <Form.Item name="kinds" label={t('ladder.kinds')}>
        <Select mode="multiple" allowClear placeholder={t('ladder.anyKind')} options={kinds} />
      </Form.Item>
      <Form.Item name="importance" label={t('ladder.importance')}>
        <Select
          allowClear
          placeholder={t('ladder.anyImportance')}
          options={degrees.map((value) => ({ value, label: t(`ladder.degree.${value}`) }))}
        />
      </Form.Item>
    </>
  );
}
