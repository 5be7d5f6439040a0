import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';

/** From an inspection to what it found, and to what that comes to, for whoever may read it; not to the page it stands on. */
export function FindingLinks({ inspectionId, here }: { inspectionId: string; here?: 'rollUp' }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  return (
    <>
      {acts.includes('finding.read') ? (
        <Link to="/findings" search={{ inspectionId }}>
          <Button>{t('finding.title')}</Button>
        </Link>
      ) : null}
      {acts.includes('finding.roll_up') ? (
        <>
          <Link to="/inspections/$id/findings" params={{ id: inspectionId }}>
            <Button>{t('finding.spread.open')}</Button>
          </Link>
          {here === 'rollUp' ? null : (
            <Link to="/inspections/$id/roll-up" params={{ id: inspectionId }}>
              <Button>{t('rollUp.open')}</Button>
            </Link>
          )}
        </>
      ) : null}
    </>
  );
}
