import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { sessionQuery } from '../api/session';
import type { Me } from '../api/types';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { useTabTitle } from '../shared/page-head';
import { useProblemWords } from '../shared/problem-words';

/** How often a waiting device asks whether its inspection is out. */
const askMs = 5_000;

/** A device issued for one inspection: enrolled by its link, waiting until the release, then led to its visits. */
export function DevicePage() {
  const { t } = useTranslation();
  const { token } = useSearch({ from: '/device' });
  useTabTitle(t('callUp.deviceTitle'));
  return (
    <main className="plain-page">
      <div className="plain-card">
        <div className="spread">
          <Brand sub={t('shell.motto')} size={48} />
          <LanguageButton />
        </div>
        <div className="sheet stack">
          <h1>{t('callUp.deviceTitle')}</h1>
          {token === undefined ? <Waiting /> : <Enrolling token={token} />}
        </div>
      </div>
    </main>
  );
}

function Enrolling({ token }: { token: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const inWords = useProblemWords();
  const [busy, work] = useState(false);
  const [fault, setFault] = useState('');
  const enrol = async (): Promise<void> => {
    work(true);
    try {
      const me = await api.post<Me>('/issued-devices', { token });
      queries.clear();
      queries.setQueryData(sessionQuery.queryKey, me);
      await navigate({ to: '/device', search: {}, replace: true });
    } catch (cause) {
      setFault(inWords(cause));
    } finally {
      work(false);
    }
  };
  return (
    <>
      {fault === '' ? null : <Alert type="error" showIcon title={fault} />}
      <p>{t('callUp.enrolNote')}</p>
      <Button type="primary" size="large" loading={busy} onClick={() => void enrol()}>
        {t('callUp.enrol')}
      </Button>
    </>
  );
}

function Waiting() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error } = useQuery({ ...sessionQuery, refetchInterval: askMs, staleTime: 0 });
  const isOut = data?.issued === true && data.acting !== null;
  useEffect(() => {
    if (isOut) void navigate({ to: '/visits', replace: true });
  }, [isOut, navigate]);
  if (error !== null || data?.issued === false) return <p>{t('callUp.notIssued')}</p>;
  return (
    <p role="status">
      <b>{t('callUp.waiting')}</b>
      <br />
      <span className="soft">{data === undefined ? '' : t('callUp.waitingFor', { name: data.person.name })}</span>
    </p>
  );
}
