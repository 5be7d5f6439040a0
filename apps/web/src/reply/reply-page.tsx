import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import type { PublicReply } from '../api/types';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { LoadingBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { useTabTitle } from '../shared/page-head';
import { FeedbackForm } from './feedback-form';

/** What a signatory reads by a one-time link, without an account: the reply, and a place to say whether it helped. */
export function ReplyPage() {
  const { t } = useTranslation();
  const { token = '' } = useSearch({ from: '/reply' });
  const reply = useQuery({
    queryKey: ['public-reply', token],
    queryFn: () => api.post<PublicReply>('/replies/read', { token }),
    retry: false,
    staleTime: Infinity,
  });
  useTabTitle(t('account.replyTitle'));
  return (
    <main className="reply-page">
      <div className="spread">
        <Brand sub={reply.data?.countyName} size={40} />
        <LanguageButton />
      </div>
      {reply.isPending ? <LoadingBlock /> : null}
      {reply.isError ? <Gone /> : null}
      {reply.data === undefined ? null : <Letter reply={reply.data} token={token} />}
    </main>
  );
}

function Gone() {
  const { t } = useTranslation();
  return (
    <>
      <h1>{t('account.replyTitle')}</h1>
      <Alert type="warning" showIcon title={t('account.replyGone')} />
    </>
  );
}

function Letter({ reply, token }: { reply: PublicReply; token: string }) {
  const { t } = useTranslation();
  return (
    <>
      <article className="letter">
        <h1>{t('account.replyFrom', { county: reply.countyName })}</h1>
        <p className="spread soft small">
          <span>
            {t('account.replyNumber')}
            {t('general.colon')}
            {reply.number}
          </span>
          <time dateTime={reply.repliedAt}>{countyTime(reply.repliedAt)}</time>
        </p>
        <h2>
          {t('account.yourMatter')}
          {t('general.colon')}
          {reply.title}
        </h2>
        <p className="words letter-body">{reply.body}</p>
      </article>
      <FeedbackForm token={token} given={reply.feedback ?? null} />
      <p className="faint small">{t('account.replyPrivate')}</p>
    </>
  );
}
