import { useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { useTabTitle } from '../shared/page-head';
import { DemoLinkCard } from './demo-link-card';
import { PasswordForm } from './password-form';

/** Signing in: with an account, or by a one-time demonstration link (`?token=`). */
export function SignInPage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/sign-in' });
  useTabTitle(t('shell.signInTitle'));
  return (
    <main className="plain-page">
      <div className="plain-card">
        <div className="spread">
          <Brand sub={t('shell.motto')} size={48} />
          <LanguageButton />
        </div>
        <h1 className="unseen">{t('shell.signInTitle')}</h1>
        <div className="sheet">{token === undefined ? <PasswordForm /> : <DemoLinkCard token={token} />}</div>
      </div>
    </main>
  );
}
