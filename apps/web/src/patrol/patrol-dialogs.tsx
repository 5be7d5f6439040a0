import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import { api } from '../api/client';
import type { Patrol, RosterBody } from '../api/field-types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';

interface DialogProps {
  inspectionId: string;
  onClose: () => void;
}

/** Makes the roster of some days anew. */
export function RosterDialog({ inspectionId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (span: RosterBody) => api.put<Patrol>(`/inspections/${inspectionId}/roster`, span),
    said: () => t('patrol.made'),
    touches: [['patrol', inspectionId]],
    quiet: true,
  });
  return (
    <FormDialog title={t('patrol.makeTitle')} okText={t('patrol.make')} write={write} onClose={onClose}>
      <Form.Item name="fromOn" label={t('patrol.from')} rules={required(t('patrol.from'))}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="toOn" label={t('patrol.to')} rules={required(t('patrol.to'))}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="everyDay" valuePropName="checked">
        <Checkbox>{t('patrol.everyDay')}</Checkbox>
      </Form.Item>
    </FormDialog>
  );
}

/** What a group says of its day. */
export function LogDialog({ inspectionId, onClose }: DialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = useWrite({
    run: (said: { words: string }) => api.put<Patrol>(`/inspections/${inspectionId}/patrol-log`, said),
    said: () => t('patrol.logSaved'),
    touches: [['patrol', inspectionId]],
    quiet: true,
  });
  return (
    <FormDialog title={t('patrol.logTitle')} okText={t('general.save')} write={write} onClose={onClose}>
      <Form.Item name="words" label={t('patrol.words')} rules={required(t('patrol.words'))}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
    </FormDialog>
  );
}
