import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { devicesQuery, useMe } from '../api/session';
import type { Device } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { Remote } from '../shared/remote';
import { deviceName } from './device-name';

/** Who I am here and on which devices I am signed in. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  const query = useQuery(devicesQuery);
  return (
    <>
      <PageHead title={t('account.title')} sub={`${me.person.name}（${me.login}）`} />
      <h2>{t('account.devices')}</h2>
      <Remote query={query}>
        {(answer) => (
          <ul className="plain-list task-lines">
            {answer.map((device) => (
              <DeviceLine key={device.id} device={device} />
            ))}
          </ul>
        )}
      </Remote>
    </>
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
    <li className="spread" style={{ padding: '10px 0' }}>
      <span>
        <b title={device.device}>{deviceName(device.device)}</b>{' '}
        {device.current ? <span className="soft">（{t('account.thisDevice')}）</span> : null}
        <br />
        <span className="faint small">
          {device.source} · {t('account.since', { at: countyTime(device.createdAt) })}
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
