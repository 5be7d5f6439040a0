import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import { field } from '../field/field';
import { useSignOutGuard } from '../field/sign-out-guard';

function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api.delete('/session'),
    onSettled: async () => {
      await field.wipe();
      await navigate({ to: '/sign-in' });
      queries.clear();
    },
  });
}

/** Who I am and in which post I act, with changing post, devices and signing out. */
export function WhoMenu() {
  const me = useMe();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { mutate: signOut } = useSignOut();
  const leave = useSignOutGuard(signOut);
  const items: MenuProps['items'] = [
    {
      key: 'post',
      label: t('shell.changePost'),
      disabled: me.posts.length < 2,
      onClick: () => void navigate({ to: '/choose-post' }),
    },
    { key: 'devices', label: t('shell.devices'), onClick: () => void navigate({ to: '/account' }) },
    { key: 'api', label: <a href="/api/docs">{t('shell.navApi')}</a> },
    { type: 'divider' },
    { key: 'out', label: t('shell.signOut'), onClick: leave },
  ];
  // a device issued for one inspection has no account of its own to keep, and is given back, not signed out
  if (me.issued) return <b className="who">{me.person.name}</b>;
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button type="text" className="who">
        <span>
          <b>
            {me.acting?.inNameOf
              ? t('people.forWhom', { who: me.person.name, giver: me.acting.inNameOf.name })
              : me.person.name}
          </b>
          <span>{me.acting === null ? t('shell.noPost') : postLine(me.acting.unit.shortName, me.acting.title)}</span>
        </span>
      </Button>
    </Dropdown>
  );
}

function postLine(unit: string, title: string): string {
  return title.startsWith(unit) ? title : `${unit} · ${title}`;
}
