import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { useReturnFocus } from '../shared/return-focus';
import { RecoverySheet } from './recovery-sheet';

/** The new sheet of codes; it goes away only when somebody says that it was kept. */
export function RecoveryDialog({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  useReturnFocus();
  return (
    <Modal
      open
      width={520}
      title={t('security.codesTitle')}
      footer={null}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
    >
      <RecoverySheet login={me.login} codes={codes} onKept={onKept} untitled />
    </Modal>
  );
}
