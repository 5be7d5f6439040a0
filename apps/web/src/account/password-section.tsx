import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { devicesQuery } from '../api/session';
import { useWrite } from '../api/write';
import { ChoosePassword } from '../founding/choose-password';
import { FormDialog } from '../shared/form-dialog';

interface NewPassword {
  password: string;
}

/** Changing one's own password; the other devices are signed out. */
export function PasswordSection() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const write = useWrite({
    run: ({ password }: NewPassword) => api.put<{ sessionsEnded: number }>('/account/password', { password }),
    said: ({ sessionsEnded }) => t('account.passwordChanged', { count: sessionsEnded }),
    touches: [devicesQuery.queryKey],
    quiet: true,
  });
  return (
    <section className="section" aria-label={t('account.password')}>
      <h2>{t('account.password')}</h2>
      <p className="soft small">{t('account.passwordNote')}</p>
      <Button onClick={() => setOpen(true)}>{t('account.passwordChange')}</Button>
      {open ? (
        <FormDialog<NewPassword, { sessionsEnded: number }>
          title={t('account.passwordChange')}
          write={write}
          onClose={() => setOpen(false)}
        >
          <ChoosePassword />
        </FormDialog>
      ) : null}
    </section>
  );
}
