import { Checkbox, Form, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { ExportRequest } from '../api/types';
import { useWrite } from '../api/write';
import { FormDialog } from './form-dialog';

interface Asked {
  format: 'xlsx' | 'csv';
  unmasked?: boolean;
  reason: string;
}

const formats = [
  { value: 'xlsx', label: 'XLSX' },
  { value: 'csv', label: 'CSV' },
] as const;

interface AskExportProps {
  /** Of which register, and which part of it. */
  wanted: { register: ExportRequest['register']; filters?: object };
  intro: ReactNode;
  /** Whether personal numbers are wanted at first; undefined: this person may not ask for them. */
  unmasked: boolean | undefined;
  onClose: () => void;
}

/** Asks for a file that needs a second person: many rows, or personal numbers as they are. */
export function AskExport({ wanted, intro, unmasked, onClose }: AskExportProps) {
  const { t } = useTranslation();
  const write = useAsking(wanted);
  const what = t('ledger.exportReason');
  return (
    <FormDialog<Asked, ExportRequest>
      title={t('ledger.exportAsk')}
      intro={intro}
      initial={{ format: 'xlsx', ...(unmasked !== undefined && { unmasked }) }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="format" label={t('ledger.exportFormat')}>
        <Radio.Group options={[...formats]} />
      </Form.Item>
      {unmasked === undefined ? null : (
        <Form.Item name="unmasked" valuePropName="checked" extra={t('personal.exportWholeNote')}>
          <Checkbox>{t('personal.exportWhole')}</Checkbox>
        </Form.Item>
      )}
      <Form.Item
        name="reason"
        label={what}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} placeholder={t('ledger.exportReasonHint')} />
      </Form.Item>
    </FormDialog>
  );
}

function useAsking(wanted: AskExportProps['wanted']) {
  const { t } = useTranslation();
  // the matters have filters of their own, and so a door of their own
  const ofMatters = wanted.register === 'matters';
  const which = ofMatters ? { filters: wanted.filters } : wanted;
  return useWrite({
    run: ({ format, reason, unmasked = false }: Asked, key) =>
      api.post<ExportRequest>(
        ofMatters ? '/matters/export-requests' : '/export-requests',
        { ...which, format, reason: reason.trim(), unmasked },
        { key },
      ),
    said: () => t('ledger.exportAsked'),
    touches: [['exports']],
    quiet: true,
  });
}
