import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Me } from '../api/types';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { useTabTitle } from '../shared/page-head';
import { DemoLinkCard } from './demo-link-card';
import { OidcButton } from './oidc-button';
import { NotSetUp } from '../founding/not-set-up';
import { PasswordForm } from './password-form';
import { SignInSteps } from './sign-in-steps';

/** Signing in: with an account, at the identity provider, or by a one-time demonstration link (`?token=`). */
export function SignInPage() {
  const { t } = useTranslation();
  const { token, back } = useSearch({ from: '/sign-in' });
  const [me, admit] = useState<Me | null>(null);
  useTabTitle(t('shell.signInTitle'));
  return (
    <main className="plain-page">
      <div className="plain-card">
        <div className="spread">
          <Brand sub={t('shell.motto')} size={48} />
          <LanguageButton />
        </div>
        <h1 className="unseen">{t('shell.signInTitle')}</h1>
        <div className="sheet">
          {token !== undefined ? <DemoLinkCard token={token} /> : null}
          {token === undefined && me !== null ? <SignInSteps me={me} back={back} /> : null}
          {token === undefined && me === null ? (
            <>
              <NotSetUp />
              <PasswordForm onAdmitted={admit} />
              <OidcButton back={back} />
            </>
          ) : null}
        </div>
      </div>
    </main>
  );
}
