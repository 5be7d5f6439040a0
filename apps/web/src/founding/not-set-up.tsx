import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';

/** Where nobody can sign in yet: how the first person comes in. */
export function NotSetUp() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['setup'],
    queryFn: ({ signal }) => api.get<{ waiting: boolean }>('/setup', undefined, signal),
    staleTime: Infinity,
    retry: false,
  });
  if (data?.waiting !== true) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={t('founding.waiting')}
      description={t('founding.waitingNote')}
      style={{ marginBottom: 16 }}
    />
  );
}
