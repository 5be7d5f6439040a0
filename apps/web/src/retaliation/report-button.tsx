import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import { AnyUnitPicker } from '../shared/pickers';

/** Where somebody may say that they were threatened for helping an inspection. */
export function ReportRetaliationButton() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [open, show] = useState(false);
  if (!acts.includes('retaliation.report')) return null;
  return (
    <>
      <Button onClick={() => show(true)}>{t('retaliation.make')}</Button>
      {open ? <ReportDialog onClose={() => show(false)} /> : null}
    </>
  );
}

interface Said {
  words: string;
  againstUnitId?: string;
}

function ReportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: Said, key: string) => api.post<unknown>('/retaliation-reports', said, { key }),
    said: () => t('retaliation.made'),
    touches: [['retaliation']],
    quiet: true,
  });
  return (
    <FormDialog
      title={t('retaliation.make')}
      intro={<p className="dialog-intro">{t('retaliation.makeNote')}</p>}
      write={write}
      onClose={onClose}
    >
      <Form.Item name="againstUnitId" label={t('retaliation.whichUnit')} extra={t('retaliation.whichUnitNote')}>
        <AnyUnitPicker />
      </Form.Item>
      <Form.Item name="words" label={t('retaliation.words')} rules={required(t('retaliation.words'))}>
        <Input.TextArea autoSize={{ minRows: 4, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
