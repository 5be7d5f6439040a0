import { Button, Modal } from 'antd';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';

/** Codes that are shown this once, to be told by voice. */
export function CodesShown({ codes, onClose }: { codes: { title: string; code: string }[]; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('sealed.codeShown')}
      footer={<Button onClick={onClose}>{t('general.close')}</Button>}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <p className="dialog-intro">{t('sealed.inviteNote')}</p>
      {codes.map(({ title, code }) => (
        <div key={code} className="stack">
          <b>{title}</b>
          <p className="sealed-once">{code}</p>
        </div>
      ))}
    </Modal>
  );
}

interface ShareProps {
  share: { number: number; text: string };
  least: number;
  onClose: () => void;
}

/** One's own share, shown this once, to be printed or written down. */
export function ShareShown({ share, least, onClose }: ShareProps) {
  const { t } = useTranslation();
  const title = t('sealed.shareTitle', { number: share.number });
  const print = (): void => {
    document.body.classList.add('prints-share');
    window.print();
    document.body.classList.remove('prints-share');
  };
  return (
    <Modal
      open
      title={title}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <span className="row">
          <Button onClick={print}>{t('sealed.print')}</Button>
          <Button type="primary" onClick={onClose}>
            {t('sealed.kept')}
          </Button>
        </span>
      }
    >
      <p className="dialog-intro">{t('sealed.takeNote', { least })}</p>
      <Groups text={share.text} />
      <p className="soft small">{t('sealed.shareHint')}</p>
      {createPortal(
        <div className="sealed-print" aria-hidden>
          <h1>{title}</h1>
          <Groups text={share.text} />
          <p>{t('sealed.takeNote', { least })}</p>
        </div>,
        document.body,
      )}
    </Modal>
  );
}

const Groups = ({ text }: { text: string }) => (
  <p className="sealed-once is-share">
    {text.split('-').map((group, i) => (
      <span key={`${i} ${group}`}>{group}</span>
    ))}
  </p>
);
