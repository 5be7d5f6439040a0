import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { address, api } from '../../api/client';
import { useMe } from '../../api/session';
import type { ExportRequest, Total } from '../../api/types';
import { useWrite } from '../../api/write';
import type { LedgerSearch } from '../../app/search';
import { FormDialog } from '../../shared/form-dialog';
import { useFilterWords } from './filter-words';
import { filtersOf, settingsOf } from './ledger-settings';

/** Rows that one person may export alone; the server has the last word. */
const aloneMax = 200;

/** The present rows as a file: at once when they are few, else by a request that somebody else approves. */
export function LedgerExports({ search, total }: { search: LedgerSearch; total: Total | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  if (!useMe().acts.includes('task.export') || total === undefined) return null;
  if (total.value > aloneMax)
    return (
      <>
        <Button onClick={() => setAsking(true)}>{t('ledger.exportAsk')}</Button>
        {asking ? <AskDialog search={search} onClose={() => setAsking(false)} /> : null}
      </>
    );
  return (
    <span className="row">
      <a href={address('/tasks/export', { ...filtersOf(search), format: 'xlsx' })} download>
        {t('bureau.exportXlsx')}
      </a>
      <a href={address('/tasks/export', { ...filtersOf(search), format: 'csv' })} download>
        {t('bureau.exportCsv')}
      </a>
    </span>
  );
}

interface Asked {
  format: 'xlsx' | 'csv';
  reason: string;
}

const formats = [
  { value: 'xlsx', label: 'XLSX' },
  { value: 'csv', label: 'CSV' },
];

function AskDialog({ search, onClose }: { search: LedgerSearch; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ format, reason }: Asked, key) =>
      api.post<ExportRequest>(
        '/export-requests',
        { format, reason: reason.trim(), filters: settingsOf(search).filters },
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
      intro={<AskIntro search={search} />}
      initial={{ format: 'xlsx' }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="format" label={t('ledger.exportFormat')}>
        <Radio.Group options={formats} />
      </Form.Item>
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

function AskIntro({ search }: { search: LedgerSearch }) {
  const { t } = useTranslation();
  const words = useFilterWords(search).map((chip) => chip.words);
  return (
    <>
      <p className="act-consequence">{t('ledger.exportAskNote')}</p>
      <p>
        {t('ledger.exportWhat')}
        {t('general.colon')}
        {words.join('、') || t('ledger.allTasks')}
      </p>
    </>
  );
}
