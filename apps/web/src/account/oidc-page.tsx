import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { Me } from '../api/types';
import { Brand } from '../app/brand';
import { LoadingBlock, ProblemBlock } from '../shared/blocks';
import { useTabTitle } from '../shared/page-head';
import { takeBack } from './back-memory';
import { SignInSteps } from './sign-in-steps';

/** Where the identity provider sends the browser back to: hands its answer over, once, and goes on. */
export function OidcPage() {
  const { t } = useTranslation();
  const [me, setMe] = useState<Me | null>(null);
  const [back] = useState(takeBack);
  const sent = useRef(false);
  const { mutate, error } = useMutation({
    mutationFn: (answer: string) => api.post<Me>('/sign-in/oidc', { answer }),
    onSuccess: setMe,
  });
  useTabTitle(t('shell.signInTitle'));
  useEffect(() => {
    if (sent.current) return;
    sent.current = true;
    mutate(window.location.search || '?');
    // the answer is worth nothing a second time and has no place in the history
    window.history.replaceState(null, '', window.location.pathname);
  }, [mutate]);
  return (
    <main className="plain-page">
      <div className="plain-card">
        <Brand sub={t('shell.motto')} size={48} />
        <h1 className="unseen">{t('shell.signInTitle')}</h1>
        <div className="sheet">
          {me !== null ? <SignInSteps me={me} back={back} /> : null}
          {me === null && error === null ? <LoadingBlock rows={2} /> : null}
          {error === null ? null : (
            <div className="stack">
              <ProblemBlock cause={error} />
              <Link to="/sign-in">{t('shell.goSignIn')}</Link>
            </div>
          )}
        </div>
      </div>
    </main>
  );
}
