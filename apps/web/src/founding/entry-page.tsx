import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInSteps } from '../account/sign-in-steps';
import { api } from '../api/client';
import type { EntryPreview, Me } from '../api/types';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { ChoosePassword } from './choose-password';
import { FormProblem } from './form-problem';
import { PlainFrame } from './plain-frame';

/** A new person opens their account by the link they were handed: a password, then the second factor where one is demanded. */
export function EntryPage() {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/enter' });
  const [me, admit] = useState<Me | null>(null);
  const holder = useQuery({
    queryKey: ['entry-link', token],
    queryFn: () => api.post<EntryPreview>('/entry-links/preview', { token }),
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  return (
    <PlainFrame title={t('founding.entryTitle')}>
      {me === null ? null : <SignInSteps me={me} back="/" />}
      {me === null && holder.isLoading ? <LoadingBlock rows={3} /> : null}
      {me === null && (holder.isError || token === '') ? (
        <>
          {holder.isError ? <ProblemBlock cause={holder.error} /> : null}
          <p className="small">{t('founding.entryGone')}</p>
        </>
      ) : null}
      {me === null && holder.data !== undefined ? (
        <EntryForm token={token} holder={holder.data} onAdmitted={admit} />
      ) : null}
    </PlainFrame>
  );
}

interface EntryFormProps {
  token: string;
  holder: EntryPreview;
  onAdmitted: (me: Me) => void;
}

function EntryForm({ token, holder, onAdmitted }: EntryFormProps) {
  const { t } = useTranslation();
  const use = useMutation({
    mutationFn: ({ password }: { password: string }) => api.post<Me>('/entry-links/use', { token, password }),
    onSuccess: onAdmitted,
  });
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={(said) => use.mutate(said)}>
      <p>
        <b>{t('founding.entryHello', { name: holder.person })}</b>{' '}
        <span className="soft">
          {holder.title.startsWith(holder.unit) ? holder.title : `${holder.unit} ${holder.title}`}
        </span>
      </p>
      <p className="soft">{t('founding.entryNote', { login: holder.login })}</p>
      {/* a password manager keeps the account name with the password */}
      <input type="text" autoComplete="username" value={holder.login} readOnly hidden />
      <FormProblem cause={use.error} />
      <ChoosePassword />
      <Button type="primary" htmlType="submit" size="large" block loading={use.isPending}>
        {t('founding.entryOk')}
      </Button>
    </Form>
  );
}
