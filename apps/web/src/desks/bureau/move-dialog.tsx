import { Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '../../shared/pickers';
import { useReturnFocus } from '../../shared/return-focus';

interface MoveDialogProps {
  pending: boolean;
  onMove: (caseOfficerId: string) => void;
  onClose: () => void;
}

/** Asks who takes over the chosen tasks. */
export function MoveDialog({ pending, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [officer, setOfficer] = useState<string>();
  useReturnFocus();
  return (
    <Modal
      open
      title={t('bureau.bulkOfficer')}
      okText={t('ledger.next')}
      cancelText={t('general.cancel')}
      okButtonProps={{ disabled: officer === undefined, loading: pending }}
      onOk={() => officer !== undefined && onMove(officer)}
      onCancel={onClose}
    >
      <p className="act-consequence">{t('task.consequence.task.officer')}</p>
      <Form layout="vertical">
        <Form.Item label={t('bureau.bulkOfficerTo')} htmlFor="move-to">
          <PersonPicker id="move-to" role="bureau_officer" value={officer} onChange={setOfficer} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
