import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { isDeep } from '../../api/freshness';

interface BehindProps {
  query: { isStale: boolean; isFetching: boolean; data: unknown; refetch: () => unknown };
}

/** Says that a list has changed which is not refreshed, because somebody has read on far in it. */
export function ListBehind({ query: { isStale, isFetching, data, refetch } }: BehindProps) {
  const { t } = useTranslation();
  if (!isStale || isFetching || !isDeep({ state: { data } })) return null;
  return (
    <Alert
      type="info"
      className="behind"
      title={t('ledger.stale')}
      action={<Button onClick={() => void refetch()}>{t('ledger.refresh')}</Button>}
    />
  );
}
