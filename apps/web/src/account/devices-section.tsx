import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { devicesQuery } from '../api/session';
import type { Device } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { Remote } from '../shared/remote';
import { deviceName } from './device-name';
import { inBrackets } from '../i18n/punctuation';

/** The devices on which I am signed in; one or all others can be signed out. */
export function DevicesSection() {
  const { t } = useTranslation();
  const query = useQuery(devicesQuery);
  return (
    <section className="section" aria-labelledby="devices-title">
      <div className="spread">
        <h2 id="devices-title">{t('account.devices')}</h2>
        {(query.data?.length ?? 0) > 1 ? <EndOthers /> : null}
      </div>
      <Remote query={query}>
        {(answer) => (
          <ul className="plain-list task-lines">
            {answer.map((device) => (
              <DeviceLine key={device.id} device={device} />
            ))}
          </ul>
        )}
      </Remote>
    </section>
  );
}

function EndOthers() {
  const { t } = useTranslation();
  const end = useWrite({
    run: () => api.delete('/session/devices?except=this'),
    said: () => t('account.othersEnded'),
    touches: [['devices']],
  });
  return (
    <Popconfirm
      title={t('account.endOthersAsk')}
      okText={t('account.endOthers')}
      cancelText={t('general.cancel')}
      onConfirm={() => end.mutate(undefined)}
    >
      <Button loading={end.isPending}>{t('account.endOthers')}</Button>
    </Popconfirm>
  );
}

function DeviceLine({ device }: { device: Device }) {
  const { t } = useTranslation();
  const end = useWrite({
    run: () => api.delete(`/session/devices/${device.id}`),
    said: () => t('account.ended'),
    touches: [['devices']],
  });
  return (
    <li className="spread security-line">
      <span>
        <b title={device.device}>{deviceName(device.device)}</b>{' '}
        {device.current ? <span className="soft">{inBrackets(t('account.thisDevice'))}</span> : null}
        <br />
        <span className="faint small">
          {device.source} · {t('account.since', { at: countyTime(device.createdAt) })} ·{' '}
          {t('account.seen', { at: countyTime(device.seenAt) })}
        </span>
      </span>
      {device.current ? null : (
        <Button loading={end.isPending} onClick={() => end.mutate(undefined)}>
          {t('account.end')}
        </Button>
      )}
    </li>
  );
}
