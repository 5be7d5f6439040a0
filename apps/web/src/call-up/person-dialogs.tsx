import { Form, Input, Modal, QRCode, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRequired } from '../admin/unit-fields';
import type { CalledPerson, CallUpList } from '../api/inspector-types';
import { useWrite } from '../api/write';
import { FormDialog } from '../shared/form-dialog';
import type { OpenedCalls } from './opened-calls';
import { SignaturePad } from './signature-pad';

interface PersonDialogProps {
  opened: OpenedCalls;
  person: CalledPerson;
  onClose: () => void;
}

/** An act on one called person, with the passphrase of the page. */
export function usePersonAct<Said extends object>(
  { ask }: OpenedCalls,
  callUpId: string,
  act: string,
  beside: object = {},
) {
  return useWrite({
    run: (said: Said) => ask<CallUpList>(`call-ups/${callUpId}/${act}`, { ...beside, ...said }),
    touches: [],
    quiet: true,
  });
}

/** Notes what was said on the telephone to somebody who had not acknowledged. */
export function RingDialog({ opened, person, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const write = usePersonAct<{ words: string }>(opened, person.id, 'ring');
  return (
    <FormDialog<{ words: string }, CallUpList>
      title={t('callUp.ring')}
      intro={<p className="dialog-intro">{`${person.name} ${person.telephone ?? t('callUp.noTelephone')}`}</p>}
      write={write}
      onClose={onClose}
      onDone={opened.onList}
    >
      <Form.Item name="words" label={t('callUp.rungWords')} rules={required(t('callUp.rungWords'))}>
        <Input maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}

interface Over {
  description?: string;
  signature: string;
}

/** A telephone is handed in or given back; its owner signs on this screen. */
export function PhoneDialog({ opened, person, onClose }: PersonDialogProps) {
  const { t } = useTranslation();
  const required = useRequired();
  const isHeld = person.phone !== null && person.phone.returned === null;
  const step = isHeld ? 'return' : 'hand_in';
  const write = usePersonAct<Over>(opened, person.id, 'phone', { description: '', step });
  const sign = t('callUp.signature', { name: person.name });
  return (
    <FormDialog<Over, CallUpList>
      title={t(isHeld ? 'callUp.returnPhone' : 'callUp.handInPhone')}
      intro={isHeld ? <p className="dialog-intro">{person.phone?.description}</p> : undefined}
      write={write}
      onClose={onClose}
      onDone={opened.onList}
    >
      {isHeld ? null : (
        <Form.Item name="description" label={t('callUp.whichPhone')} rules={required(t('callUp.whichPhone'))}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item
        name="signature"
        label={sign}
        rules={[{ required: true, message: t('general.required', { what: sign }) }]}
      >
        <SignaturePad />
      </Form.Item>
    </FormDialog>
  );
}

/** The link that enrols a device, to be scanned by it; it is shown this once. */
export function DeviceLinkDialog({
  token,
  person,
  onClose,
}: {
  token: string;
  person: CalledPerson;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const address = `${window.location.origin}/device?token=${token}`;
  return (
    <Modal open title={t('callUp.deviceOf', { name: person.name })} footer={null} onCancel={onClose}>
      <div className="device-link">
        <p className="soft">{t('callUp.deviceNote')}</p>
        {/* whoever does not see it has the address in letters below */}
        <div aria-hidden>
          <QRCode value={address} size={220} errorLevel="L" type="svg" />
        </div>
        <Typography.Text code copyable>
          {address}
        </Typography.Text>
      </div>
    </Modal>
  );
}
