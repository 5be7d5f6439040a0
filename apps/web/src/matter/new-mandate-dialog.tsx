import { DatePicker, Form, Input, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { matterKinds } from '../api/codes';
import type { MandateView } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { instantOf } from '../shared/county-time';
import { CategoryPicker } from '../shared/pickers';

interface Asked {
  sourceKind: MandateView['sourceKind'];
  categoryPrefix?: string;
  period: [Dayjs, Dayjs];
  reason: string;
}

/** Proposes a standing mandate; another person approves it. */
export function NewMandateDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (input: Asked, key) => api.post('/mandates', bodyOf(input), { key }),
    said: () => t('general.done'),
    touches: [['mandates'], ['tray']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('matter.newMandate')}
      initial={{ sourceKind: 'netizen_message' }}
      write={write}
      onClose={onClose}
    >
      <Fields />
    </FormDialog>
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
        <Select
          options={[...matterKinds, 'upward_need' as const].map((value) => ({
            value,
            label: t(`words.matterKind.${value}`),
          }))}
        />
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
