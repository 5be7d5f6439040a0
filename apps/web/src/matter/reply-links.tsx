import { Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentReply } from '../api/types';

/** The one-time links of replies just sent, to be passed on to the signatories. */
export function ReplyLinks({ sent, onClose }: { sent: SentReply[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t('matter.links')} footer={null} onCancel={onClose} mask={{ closable: false }}>
      <p className="act-consequence">{t('matter.linksNote')}</p>
      <LinkList sent={sent} />
    </Modal>
  );
}

/** A link as somebody outside can open it. */
export const wholeLink = ({ link }: SentReply): string => new URL(link, window.location.origin).href;

/** One link a signatory, to be copied. */
export function LinkList({ sent }: { sent: SentReply[] }) {
  const { t } = useTranslation();
  return (
    <ul className="plain-list stack">
      {sent.map((one) => (
        <li key={one.number}>
          <b>{t('matter.replyTo', { name: one.name, number: one.number })}</b>
          <Typography.Paragraph copyable={{ tooltips: [t('matter.copy'), t('matter.copied')] }}>
            {wholeLink(one)}
          </Typography.Paragraph>
        </li>
      ))}
    </ul>
  );
}
