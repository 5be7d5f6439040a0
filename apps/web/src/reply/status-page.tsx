import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { PublicStatus } from '../api/types';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { LoadingBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { useTabTitle } from '../shared/page-head';
import { MatterStateMark } from '../shared/state-mark';
import { SetAside } from './set-aside';

/** What a signatory without account sees of his matter by a link: where it stands, and why nobody works on it if so. */
export function StatusPage() {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/status' });
  const status = useQuery({
    queryKey: ['public-status', token],
    queryFn: () => api.post<PublicStatus>('/matters/status', { token }),
    retry: false,
  });
  useTabTitle(t('matter.statusTitle'));
  return (
    <main className="reply-page">
      <div className="spread">
        <Brand sub={status.data?.countyName} size={40} />
        <LanguageButton />
      </div>
      <h1>{t('matter.statusTitle')}</h1>
      {status.isPending ? <LoadingBlock /> : null}
      {status.isError ? <Alert type="warning" showIcon title={t('account.replyGone')} /> : null}
      {status.data === undefined ? null : <Standing status={status.data} />}
    </main>
  );
}

function Standing({ status }: { status: PublicStatus }) {
  const { t } = useTranslation();
  const steps: [string, string | null][] = [
    [t('matter.receivedAt'), status.receivedAt],
    [t('matter.registeredAt'), status.registeredAt],
    [t('matter.repliedAt'), status.repliedAt],
    [t('matter.closedAt'), status.closedAt],
  ];
  return (
    <article className="letter">
      <h2>{status.title}</h2>
      <p className="row">
        <span>{status.intakeNo}</span>
        <MatterStateMark state={status.state} />
      </p>
      <dl className="facts">
        {steps.map(([label, at]) => (
          <div key={label} className="row">
            <dt>{label}</dt>
            <dd>{at === null ? '—' : countyTime(at)}</dd>
          </div>
        ))}
      </dl>
      {status.setAside === null ? null : <SetAside how={status.setAside} />}
      <p className="faint small">{t('matter.statusUntil', { at: countyTime(status.readableUntil) })}</p>
    </article>
  );
}
