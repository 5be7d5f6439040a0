import { QRCode } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Inspection } from '../api/types';

/** The address that the QR holds: whoever scans it lands on the page that verifies it. */
const addressOf = (token: string): string => `${window.location.origin}/verify-code#${token}`;

/** The code to be shown on arrival. */
export function CodeShow({ inspection: { code, token, state } }: { inspection: Inspection }) {
  const { t } = useTranslation();
  if (code === null || token === null)
    return state === 'planned' ? <p className="soft small">{t('inspection.codeAfter')}</p> : null;
  return (
    <section className="sheet code-show" aria-label={t('inspection.part.code')}>
      {/* whoever does not see it has the code in letters beside it */}
      <div aria-hidden>
        <QRCode value={addressOf(token)} size={180} errorLevel="L" type="svg" />
      </div>
      <div>
        <p>
          <b>{code}</b>
        </p>
        <p className="soft small">{t('inspection.codeNote')}</p>
      </div>
    </section>
  );
}
