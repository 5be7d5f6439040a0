import { LockFilled } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { idleMinutes } from './use-sealed';

/** The dark band over everything sealed, so that nobody takes it for an open page; with the button that locks it. */
export function SealedBand({ onLock, children }: { onLock?: () => void; children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="sealed">
      <div className="sealed-band" role="note">
        <LockFilled aria-hidden />
        <b>{t('sealed.band')}</b>
        <span>{t('sealed.bandNote')}</span>
        {onLock === undefined ? null : (
          <span className="sealed-lock">
            <span className="small">{t('sealed.locks', { minutes: idleMinutes })}</span>
            <Button size="small" ghost icon={<LockFilled aria-hidden />} onClick={onLock}>
              {t('sealed.lock')}
            </Button>
          </span>
        )}
      </div>
      {children}
    </div>
  );
}
