import { Alert, DatePicker, Form, Input, Modal, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { matterKinds, type MatterKind } from '../api/types';
import { useWrite } from '../api/write';
import { placeErrors } from '../shared/acts/place-errors';
import { instantOf } from '../shared/county-time';
import { CategoryPicker } from '../shared/pickers';
import { useProblemWords } from '../shared/problem-words';

interface Asked {
  sourceKind: MatterKind;
  categoryPrefix?: string;
  period: [Dayjs, Dayjs];
  reason: string;
}

/** Proposes a standing mandate; another person approves it. */
export function NewMandateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Asked>();
  const [loose, setLoose] = useState('');
  const inWords = useProblemWords();
  const write = useWrite({
    run: (input: Asked, key) => api.post('/mandates', bodyOf(input), { key }),
    said: () => t('general.done'),
    touches: [['mandates'], ['tray']],
    quiet: true,
  });
  const submit = (input: Asked) =>
    write.mutate(input, {
      onSuccess: onClose,
      onError: (cause) => setLoose(placeErrors(form, cause).join('；') || inWords(cause)),
    });
  return (
    <Modal
      open
      title={t('matter.newMandate')}
      okText={t('matter.newMandate')}
      confirmLoading={write.isPending}
      onOk={form.submit}
      onCancel={onClose}
    >
      {loose === '' ? null : <Alert type="error" showIcon title={loose} />}
      <Form<Asked>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ sourceKind: 'netizen_message' }}
        onFinish={submit}
      >
        <Fields />
      </Form>
    </Modal>
  );
}

/** Whole county days: the last day is included. */
function bodyOf({ period: [from, to], categoryPrefix = '', ...rest }: Asked) {
  return {
    ...rest,
    categoryPrefix,
    from: instantOf(from.startOf('day')),
    to: instantOf(to.add(1, 'day').startOf('day')),
  };
}

function Fields() {
  const { t } = useTranslation();
  const needed = (what: string) => [{ required: true, message: t('general.required', { what }) }];
  return (
    <>
      <Form.Item name="sourceKind" label={t('matter.mandateSource')}>
        <Select options={matterKinds.map((value) => ({ value, label: t(`words.matterKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="categoryPrefix" label={t('matter.mandatePrefix') + t('general.optional')}>
        <CategoryPicker placeholder={t('matter.mandatePrefixAll')} />
      </Form.Item>
      <Form.Item name="period" label={t('matter.mandatePeriod')} rules={needed(t('matter.mandatePeriod'))}>
        <DatePicker.RangePicker style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="reason" label={t('matter.mandateReason')} rules={needed(t('matter.mandateReason'))}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </>
  );
}
