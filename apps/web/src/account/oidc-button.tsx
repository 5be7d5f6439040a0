import { useMutation, useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { signInWaysQuery } from '../api/session';
import { useProblemWords } from '../shared/problem-words';
import { rememberBack } from './back-memory';

/** Signing in at the county's identity provider, where there is one. */
export function OidcButton({ back }: { back: string | undefined }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const { data } = useQuery(signInWaysQuery);
  const go = useMutation({
    mutationFn: () => api.post<{ address: string }>('/sign-in/oidc/start'),
    onSuccess: ({ address }) => {
      rememberBack(back);
      window.location.assign(address);
    },
  });
  if (data?.oidc !== true) return null;
  return (
    <>
      <p className="or">{t('security.or')}</p>
      {go.error === null ? null : <Alert type="error" showIcon title={inWords(go.error)} className="dialog-problem" />}
      <Button size="large" block loading={go.isPending || go.isSuccess} onClick={() => go.mutate()}>
        {t('security.oidcSignIn')}
      </Button>
    </>
  );
}
