import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import type { Channel } from '../api/types';
import { useWrite } from '../api/write';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { Addresses } from './addresses';
import { ChannelDialog } from './channel-dialog';
import { Deliveries } from './deliveries';

/** The county's ways out of the house: channels, the addresses that two administrators allow, and what became of messages. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [making, make] = useState(false);
  return (
    <>
      <PageHead
        title={t('notify.channels')}
        sub={t('notify.channelsNote')}
        acts={
          acts.includes('notice_channel.keep') ? (
            <Button type="primary" onClick={() => make(true)}>
              {t('notify.newChannel')}
            </Button>
          ) : null
        }
      />
      <div className="stack">
        <ChannelSection />
        <Addresses />
        {acts.includes('notice_delivery.read') ? <Deliveries /> : null}
      </div>
      {making ? <ChannelDialog onClose={() => make(false)} /> : null}
    </>
  );
}

function ChannelSection() {
  const { t } = useTranslation();
  const query = useQuery(lists.channels());
  return (
    <section className="sheet" aria-label={t('notify.channels')}>
      <Remote query={query} rows={4}>
        {(channels) =>
          channels.length === 0 ? (
            <p className="soft">{t('notify.channelsEmpty')}</p>
          ) : (
            <ul className="plain-list task-lines">
              {channels.map((channel) => (
                <ChannelLine key={channel.id} channel={channel} />
              ))}
            </ul>
          )
        }
      </Remote>
    </section>
  );
}

function ChannelLine({ channel }: { channel: Channel }) {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [editing, edit] = useState(false);
  const trial = useWrite({
    run: (_: undefined, key) => api.post<{ id: string }>(`/notice-channels/${channel.id}/trial`, {}, { key }),
    said: () => t('notify.trialSent'),
    touches: [['deliveries']],
  });
  return (
    <li className="spread security-line">
      <span>
        <b>{channel.name}</b> <span className="soft">{t(`notify.kind.${channel.kind}`)}</span>{' '}
        <span className="small">{t(channel.enabled ? 'notify.on' : 'notify.off')}</span>
        <br />
        <span className="faint small">
          <code>{`${channel.scheme}://${channel.host}:${channel.port}`}</code>
          {channel.unit === null ? null : ` · ${channel.unit.name}`}
        </span>
        {channel.allowed ? null : <b className="late small"> {t('notify.notAllowed')}</b>}
      </span>
      {acts.includes('notice_channel.keep') ? (
        <span className="row">
          <Button
            aria-label={`${t('notify.trial')} ${channel.name}`}
            disabled={!channel.enabled}
            loading={trial.isPending}
            onClick={() => trial.mutate(undefined)}
          >
            {t('notify.trial')}
          </Button>
          <Button aria-label={`${t('notify.edit')} ${channel.name}`} onClick={() => edit(true)}>
            {t('notify.edit')}
          </Button>
        </span>
      ) : null}
      {editing ? <ChannelDialog channel={channel} onClose={() => edit(false)} /> : null}
    </li>
  );
}
