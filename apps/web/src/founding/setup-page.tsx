import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SignInSteps } from '../account/sign-in-steps';
import { api } from '../api/client';
import type { Founded } from '../api/types';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { EntryLink } from './entry-link';
import { PlainFrame } from './plain-frame';
import { SetupForm } from './setup-form';

/** The first page of an installation: the county, its three administrators, the password of who sits here. */
export function SetupPage() {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/setup' });
  const [founded, found] = useState<Founded | null>(null);
  const [handed, hand] = useState(false);
  const link = useQuery({
    queryKey: ['setup-link', token],
    queryFn: async () => {
      await api.post<void>('/setup/preview', { token });
      return true;
    },
    enabled: token !== '',
    retry: false,
    staleTime: Infinity,
  });
  if (founded !== null && handed)
    return (
      <PlainFrame title={t('founding.setupTitle')}>
        <SignInSteps me={founded.me} back="/start" />
      </PlainFrame>
    );
  return (
    <PlainFrame title={t(founded === null ? 'founding.setupTitle' : 'founding.linksTitle')} wide>
      {founded === null && link.isLoading ? <LoadingBlock rows={4} /> : null}
      {founded === null && (link.isError || token === '') ? (
        <>
          {link.isError ? <ProblemBlock cause={link.error} /> : null}
          <p className="small">{t('founding.setupGone')}</p>
        </>
      ) : null}
      {founded === null && link.data === true ? <SetupForm token={token} onFounded={found} /> : null}
      {founded === null ? null : <Links founded={founded} onHanded={() => hand(true)} />}
    </PlainFrame>
  );
}

/** The other two administrators' links; nobody can show them again. */
function Links({ founded, onHanded }: { founded: Founded; onHanded: () => void }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t('founding.linksNote')}</p>
      <Alert type="warning" showIcon title={t('founding.linksOnce')} />
      {founded.links.map((link) => (
        <section key={link.role} aria-label={t(`words.role.${link.role}`)}>
          <h2>{t(`words.role.${link.role}`)}</h2>
          <EntryLink entry={{ person: link.name, login: link.login, token: link.token }} />
        </section>
      ))}
      <p className="soft">{t('founding.secondNext')}</p>
      <div className="row no-print">
        <Button onClick={() => window.print()}>{t('security.print')}</Button>
        <Button type="primary" onClick={onHanded}>
          {t('founding.linksKept')}
        </Button>
      </div>
    </>
  );
}
