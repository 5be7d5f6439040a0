import { useTranslation } from 'react-i18next';
import { useMe } from '../api/session';
import { OwnInspectorSection } from '../inspector/own-section';
import { PageHead } from '../shared/page-head';
import { FactorsSection } from '../security/factors-section';
import { TokensSection } from '../security/tokens-section';
import { DevicesSection } from './devices-section';
import { PasswordSection } from './password-section';
import { inBrackets } from '../i18n/punctuation';

/** Who I am here, what I prove it with, on which devices I am signed in, and what my machines may do. */
export function AccountPage() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <>
      <PageHead title={t('account.title')} sub={`${me.person.name}${inBrackets(me.login)}`} />
      <FactorsSection />
      <PasswordSection />
      <DevicesSection />
      {me.acts.includes('inspector.acknowledge') ? <OwnInspectorSection /> : null}
      {me.acts.includes('access_token.make') ? <TokensSection /> : null}
    </>
  );
}
