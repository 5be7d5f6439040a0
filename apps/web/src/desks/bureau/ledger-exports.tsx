import { Button, Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { useMe } from '../../api/session';
import type { ExportRequest, Total } from '../../api/types';
import { useWrite } from '../../api/write';
import type { LedgerSearch } from '../../app/search';
import { FormDialog } from '../../shared/form-dialog';
import { keepFile } from '../../shared/keep-file';
import { useFilterWords } from './filter-words';
import { filtersOf, settingsOf } from './ledger-settings';

/** Rows that one person may export alone; the server has the last word. */
const aloneMax = 200;

/** The present rows as a file: at once when they are few and masked, else by a request that somebody else approves. */
export function LedgerExports({ search, total }: { search: LedgerSearch; total: Total | undefined }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const isMany = total !== undefined && total.value > aloneMax;
  if (!useMe().acts.includes('task.export') || total === undefined) return null;
  return (
    <span className="row">
      {isMany ? null : formats.map(({ value }) => <ExportNow key={value} search={search} format={value} />)}
      <Button type={isMany ? 'default' : 'link'} onClick={() => setAsking(true)}>
        {t(isMany ? 'ledger.exportAsk' : 'personal.exportUnmasked')}
      </Button>
      {asking ? <AskDialog search={search} unmasked={!isMany} onClose={() => setAsking(false)} /> : null}
    </span>
  );
}

function ExportNow({ search, format }: { search: LedgerSearch; format: 'xlsx' | 'csv' }) {
  const { t } = useTranslation();
  const take = useWrite({
    run: async () =>
      keepFile(await api.file('GET', '/tasks/export', { ...filtersOf(search), format }), `督办台账.${format}`),
    touches: [],
  });
  return (
    <Button type="link" loading={take.isPending} onClick={() => take.mutate(undefined)}>
      {t(format === 'xlsx' ? 'bureau.exportXlsx' : 'bureau.exportCsv')}
    </Button>
  );
}

interface Asked {
  format: 'xlsx' | 'csv';
  unmasked: boolean;
  reason: string;
}

const formats = [
  { value: 'xlsx', label: 'XLSX' },
  { value: 'csv', label: 'CSV' },
] as const;

function AskDialog({ search, unmasked, onClose }: { search: LedgerSearch; unmasked: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ format, reason, unmasked: whole }: Asked, key) =>
      api.post<ExportRequest>(
        '/export-requests',
        { format, reason: reason.trim(), unmasked: whole, filters: settingsOf(search).filters },
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
      initial={{ format: 'xlsx', unmasked }}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="format" label={t('ledger.exportFormat')}>
        <Radio.Group options={[...formats]} />
      </Form.Item>
      <Form.Item name="unmasked" valuePropName="checked" extra={t('personal.exportWholeNote')}>
        <Checkbox>{t('personal.exportWhole')}</Checkbox>
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
