import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SentReply } from '../api/types';
import { csvOf } from '../shared/csv';
import { keepFile } from '../shared/keep-file';
import { LinkList, wholeLink } from './reply-links';

const shown = 50;

/** The one-time links of many replies: to be kept as a sheet, the first of them to be copied. */
export function ManyLinks({ sent }: { sent: SentReply[] }) {
  const { t } = useTranslation();
  if (sent.length === 0) return null;
  const heads = [t('matter.col.intakeNo'), t('matter.col.title'), t('matter.signatoryName'), t('matter.replyNo')];
  const keep = () => {
    const lines = sent.map((one) => [one.intakeNo, one.title, one.name, one.number, wholeLink(one)]);
    keepFile(csvOf([[...heads, t('matter.links')], ...lines]), `${t('matter.links')}.csv`);
  };
  return (
    <section aria-label={t('matter.links')}>
      <p>
        <b>{t('matter.links')}</b>
      </p>
      <p className="act-consequence">{t('matter.linksNote')}</p>
      <p>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={keep}>
          {t('matter.linksKeep', { count: sent.length })}
        </Button>
      </p>
      <div className="many-links" tabIndex={0} role="group" aria-label={t('matter.links')}>
        <LinkList sent={sent.slice(0, shown)} />
      </div>
      {sent.length > shown ? <p className="faint">{t('matter.linksRest', { count: sent.length - shown })}</p> : null}
    </section>
  );
}
