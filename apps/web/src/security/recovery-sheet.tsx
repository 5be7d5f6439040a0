import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { countyDay } from '../shared/county-time';
import { serverNow } from '../shared/clock';

interface RecoverySheetProps {
  login: string;
  codes: readonly string[];
  onKept: () => void;
  /** The dialog around it says already what it is. */
  untitled?: boolean;
}

/** The recovery codes, seen this once: to be printed or written down before going on. */
export function RecoverySheet({ login, codes, onKept, untitled = false }: RecoverySheetProps) {
  const { t } = useTranslation();
  return (
    <section className="stack recovery-sheet">
      {untitled ? null : <h2>{t('security.codesTitle')}</h2>}
      <Alert type="warning" showIcon title={t('security.codesOnce')} className="no-print" />
      <p>{t('security.codesNote')}</p>
      <ol className="recovery-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="small faint">
        {t('security.codesFor', { login, day: countyDay(new Date(serverNow()).toISOString()) })}
      </p>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{t('security.print')}</Button>
        <Button type="primary" onClick={onKept}>
          {t('security.codesKept')}
        </Button>
      </div>
    </section>
  );
}
