import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { ExportRequest } from '../../api/types';
import { useWrite } from '../../api/write';
import { FormDialog } from '../../shared/form-dialog';
import { keepFile } from '../../shared/keep-file';

const touches = [['exports']];

/** What the reader may do with a request: allow it, refuse it, or take the file. */
export function ExportActs({ request }: { request: ExportRequest }) {
  const { t } = useTranslation();
  const [refusing, setRefusing] = useState(false);
  const { id, version, actions, format } = request;
  const approve = useWrite({
    run: (_: void, key) => api.post<ExportRequest>(`/export-requests/${id}/approve`, {}, { key, version }),
    said: () => t('ledger.exportDecided'),
    touches,
  });
  const take = useWrite({
    run: async () => keepFile(await api.file('POST', `/export-requests/${id}/take`), `督办台账.${format}`),
    said: () => t('ledger.exportTaken'),
    touches,
  });
  if (actions.length === 0) return null;
  return (
    <span className="row">
      {actions.includes('approve') ? (
        <Button type="primary" loading={approve.isPending} onClick={() => approve.mutate()}>
          {t('ledger.exportApprove')}
        </Button>
      ) : null}
      {actions.includes('refuse') ? (
        <Button onClick={() => setRefusing(true)}>{t('ledger.exportRefuse')}</Button>
      ) : null}
      {actions.includes('take') ? (
        <Button type="primary" loading={take.isPending} onClick={() => take.mutate()}>
          {t('ledger.exportTake')}
        </Button>
      ) : null}
      {refusing ? <RefuseDialog request={request} onClose={() => setRefusing(false)} /> : null}
    </span>
  );
}

function RefuseDialog({ request: { id, version }, onClose }: { request: ExportRequest; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: ({ words }: { words: string }, key) =>
      api.post<ExportRequest>(`/export-requests/${id}/refuse`, { words: words.trim() }, { key, version }),
    said: () => t('ledger.exportDecided'),
    touches,
    quiet: true,
  });
  const what = t('ledger.exportRefuseWords');
  return (
    <FormDialog<{ words: string }, ExportRequest> title={t('ledger.exportRefuse')} write={write} onClose={onClose}>
      <Form.Item
        name="words"
        label={what}
        rules={[{ required: true, whitespace: true, message: t('general.required', { what }) }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
