import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { factorsQuery } from '../api/session';
import type { Passkey } from '../api/types';
import { useWrite } from '../api/write';
import { countyTime } from '../shared/county-time';
import { FormDialog } from '../shared/form-dialog';

/** One of my passkeys: its name, when it was last used, renaming and revoking. */
export function PasskeyLine({ passkey }: { passkey: Passkey }) {
  const { t } = useTranslation();
  const [renaming, rename] = useState(false);
  const revoke = useWrite({
    run: () => api.delete(`/factors/passkeys/${passkey.id}`),
    said: () => t('security.removed'),
    touches: [factorsQuery.queryKey],
  });
  const used =
    passkey.lastUsedAt === null
      ? t('security.neverUsed')
      : t('security.lastUsed', { at: countyTime(passkey.lastUsedAt) });
  return (
    <li className="spread security-line">
      <span>
        <b>{passkey.name}</b> <span className="soft small">{t('security.way.passkey')}</span>
        <br />
        <span className="faint small">
          {t('security.since', { at: countyTime(passkey.createdAt) })} · {used}
        </span>
      </span>
      <span className="row">
        <Button onClick={() => rename(true)}>{t('security.rename')}</Button>
        <Popconfirm
          title={t('security.removeAsk')}
          okText={t('security.remove')}
          cancelText={t('general.cancel')}
          onConfirm={() => revoke.mutate(undefined)}
        >
          <Button loading={revoke.isPending}>{t('security.remove')}</Button>
        </Popconfirm>
      </span>
      {renaming ? <Rename passkey={passkey} onClose={() => rename(false)} /> : null}
    </li>
  );
}

function Rename({ passkey, onClose }: { passkey: Passkey; onClose: () => void }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (said: { name: string }) => api.put(`/factors/passkeys/${passkey.id}`, said),
    touches: [factorsQuery.queryKey],
    quiet: true,
  });
  return (
    <FormDialog title={t('security.rename')} initial={{ name: passkey.name }} write={write} onClose={onClose}>
      <Form.Item
        name="name"
        label={t('security.passkeyName')}
        rules={[
          { required: true, whitespace: true, message: t('general.required', { what: t('security.passkeyName') }) },
        ]}
      >
        <Input maxLength={60} />
      </Form.Item>
    </FormDialog>
  );
}
