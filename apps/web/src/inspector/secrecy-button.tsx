import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useWrite } from '../api/write';
import { serverNow } from '../shared/clock';

/** Days before its end from which an acknowledgement may be renewed. */
const renewDays = 30;

/** Acknowledges secrecy for oneself; gone while an acknowledgement holds, back shortly before it ends. */
export function SecrecyButton() {
  const { t } = useTranslation();
  const { data } = useQuery(lists.ownInspectorRecord());
  const write = useWrite({
    run: (_: undefined, key: string) => api.post<{ id: string }>('/secrecy-acknowledgements', {}, { key }),
    said: () => t('inspection.secrecySaid'),
    touches: [['inspectors']],
  });
  if (data === undefined) return null;
  const { secrecyUntil } = data;
  if (secrecyUntil !== null && dayjs(secrecyUntil).diff(serverNow(), 'day') >= renewDays)
    return <span className="soft small">{t('inspector.swornUntil', { day: secrecyUntil })}</span>;
  return (
    <Popconfirm
      title={t('inspection.secrecyNote')}
      okText={t('inspection.secrecy')}
      cancelText={t('general.cancel')}
      onConfirm={() => write.mutate(undefined)}
    >
      <Button loading={write.isPending}>{t('inspection.secrecy')}</Button>
    </Popconfirm>
  );
}
