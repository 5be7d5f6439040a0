import { CalendarOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { tokensQuery, useMe } from '../api/session';
import { useWrite } from '../api/write';
import { MadeTokenDialog } from '../security/token-dialog';
import { serverNow } from '../shared/clock';

const longestDays = 364;

/** Makes the address, once it is confirmed. */
function useFeed(show: (address: string) => void) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const write = useWrite({
    run: (_: null, key) => {
      const expiresAt = dayjs(serverNow()).add(longestDays, 'day').toISOString();
      const wanted = { name: t('clock.feedName'), acts: ['clock.read'], expiresAt };
      return api.post<{ token: string }>('/access-tokens', wanted, { key });
    },
    touches: [tokensQuery.queryKey],
  });
  const make = () =>
    write.mutate(null, {
      onSuccess: ({ token }) => show(`${window.location.origin}/api/v1/clocks/feed/${token}.ics`),
    });
  const ask = () =>
    void modal.confirm({
      title: t('clock.feed'),
      content: t('clock.feedAsk'),
      okText: t('clock.feedMake'),
      cancelText: t('general.cancel'),
      onOk: make,
    });
  return { ask, making: write.isPending };
}

/** A secret address at which a calendar program reads one's own deadlines; it ends like every token of a person. */
export function FeedButton() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [address, show] = useState<string | null>(null);
  const { ask, making } = useFeed(show);
  if (!acts.includes('access_token.make')) return null;
  return (
    <>
      <Button icon={<CalendarOutlined aria-hidden />} loading={making} onClick={ask}>
        {t('clock.feed')}
      </Button>
      {address === null ? null : (
        <MadeTokenDialog
          token={address}
          title={t('clock.feedMade')}
          note={t('clock.feedNote')}
          onKept={() => show(null)}
        />
      )}
    </>
  );
}
