import { Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatterView, SentReply } from '../api/types';

/** The one-time links of replies just sent, to be passed on to the signatories. */
export function ReplyLinks({ matter, sent, onClose }: { matter: MatterView; sent: SentReply[]; onClose: () => void }) {
  const { t } = useTranslation();
  const nameOf = (id: string) => matter.signatories.find((one) => one.id === id)?.name ?? '';
  return (
    <Modal open title={t('matter.links')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <p className="act-consequence">{t('matter.linksNote')}</p>
      <ul className="plain-list stack">
        {sent.map((one) => (
          <li key={one.number}>
            <b>{t('matter.replyTo', { name: nameOf(one.signatoryId), number: one.number })}</b>
            <Typography.Paragraph copyable={{ tooltips: [t('matter.copy'), t('matter.copied')] }}>
              {new URL(one.link, window.location.origin).href}
            </Typography.Paragraph>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
