import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { NewEntry } from '../api/types';

/** A one-time link, seen this once: to be copied or printed and handed to the person. */
export function EntryLink({ entry }: { entry: Pick<NewEntry, 'person' | 'login' | 'token'> }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const link = `${window.location.origin}/enter?token=${entry.token}`;
  const copy = () =>
    navigator.clipboard.writeText(link).then(
      () => message.success(t('security.copied')),
      () => message.warning(t('security.copyByHand')),
    );
  return (
    <div className="stack">
      <p>
        <b>{t('founding.linkFor', { name: entry.person, login: entry.login })}</b>
      </p>
      <code className="token-once">{link}</code>
      <div className="row no-print">
        <Button
          aria-label={`${t('founding.copyLink')} ${t('founding.linkFor', { name: entry.person, login: entry.login })}`}
          onClick={() => void copy()}
        >
          {t('founding.copyLink')}
        </Button>
      </div>
    </div>
  );
}
