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
  // their filters are their own
  const { register, filters } = wanted;
  const filesOfMatters = register === 'matters';
  const write = useWrite({
    run: ({ format, reason, unmasked: whole = false }: Asked, key) =>
      api.post<ExportRequest>(
        filesOfMatters ? '/matters/export-requests' : '/export-requests',
        { ...(filesOfMatters ? { filters } : wanted), format, reason: reason.trim(), unmasked: whole },
        { key },
      ),
    said: () => t('ledger.exportAsked'),
    touches: [['exports']],
    quiet: true,
  });
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
