import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Enrolled } from '../api/types';
import { useReturnFocus } from '../shared/return-focus';
import { PasskeyEnrolment } from './passkey-enrolment';
import { TotpEnrolment } from './totp-enrolment';

interface EnrolDialogProps {
  kind: 'passkey' | 'totp';
  onClose: () => void;
  onEnrolled: (enrolled: Enrolled) => void;
}

/** Enrols one more factor from the account page. */
export function EnrolDialog({ kind, onClose, onEnrolled }: EnrolDialogProps) {
  const { t } = useTranslation();
  useReturnFocus();
  return (
    <Modal
      open
      width={480}
      title={t(kind === 'passkey' ? 'security.passkeyAdd' : 'security.totpAdd')}
      footer={null}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {kind === 'passkey' ? <PasskeyEnrolment onEnrolled={onEnrolled} /> : <TotpEnrolment onEnrolled={onEnrolled} />}
    </Modal>
  );
}
