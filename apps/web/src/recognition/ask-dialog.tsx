import { Checkbox, Form, InputNumber, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { RecognitionTaken, RecognitionBody } from '../api/field-types';
import type { Checklist } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

const incomes = ['farming', 'wages', 'business', 'transfers', 'property'] as const;
const policies = [
  ...(['subsistence', 'hardship', 'disability', 'medical', 'education'] as const),
  ...(['housing', 'industry', 'job', 'pension', 'other'] as const),
] as const;

interface AskProps {
  visitId: string;
  kind: RecognitionTaken['kind'];
  clauses: Checklist['clauses'];
  onClose: () => void;
}

/** Takes down what a household or somebody of its team says. */
export function AskDialog({ visitId, kind, clauses, onClose }: AskProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const [capturedAt] = useState(() => new Date().toISOString());
  const write = useWrite({
    run: (said: RecognitionBody) =>
      api.put<RecognitionTaken[]>(`/visits/${visitId}/recognitions/${kind}`, {
        ...said,
        capturedAt,
      }),
    said: () => t('recognition.saved'),
    touches: [['recognitions', visitId], ['checklists', visitId], ['findings']],
    quiet: true,
  });
  const choices = [
    { value: true, label: t('recognition.knowsYes') },
    { value: false, label: t('recognition.knowsNo') },
  ];
  return (
    <FormDialog title={t(`recognition.ask.${kind}`)} okText={t('recognition.save')} write={write} onClose={onClose}>
      <Form.Item name="knows" label={t('recognition.knows')} rules={required(t('recognition.knows'))}>
        <Radio.Group optionType="button" options={choices} />
      </Form.Item>
      <Form.Item name="named" label={t(`recognition.named.${kind}`)} extra={t('recognition.namedNote')}>
        <Select mode="tags" open={false} suffixIcon={null} maxCount={8} />
      </Form.Item>
      <HouseholdFields />
      {clauses.length === 0 ? null : (
        <Form.Item name="clause" label={t('recognition.clause')} extra={t('recognition.clauseNote')}>
          <Select allowClear options={clauses.map(({ key, text }) => ({ value: key, label: text }))} />
        </Form.Item>
      )}
    </FormDialog>
  );
}

function HouseholdFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="members" label={t('recognition.members')}>
        <InputNumber min={0} max={30} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="incomes" label={t('recognition.incomes')}>
        <Checkbox.Group options={incomes.map((value) => ({ value, label: t(`recognition.income.${value}`) }))} />
      </Form.Item>
      <Form.Item name="policies" label={t('recognition.policies')}>
        <Checkbox.Group options={policies.map((value) => ({ value, label: t(`recognition.policy.${value}`) }))} />
      </Form.Item>
    </>
  );
}
