import { useMutation, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Alert, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { feedbacks, type Feedback, type PublicReply } from '../api/types';
import { Brand } from '../app/brand';
import { LanguageButton } from '../app/language-button';
import { LoadingBlock } from '../shared/blocks';
import { countyTime } from '../shared/county-time';
import { useTabTitle } from '../shared/page-head';
import { useProblemWords } from '../shared/problem-words';

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
      {reply.isError ? <Alert type="warning" showIcon title={t('account.replyGone')} /> : null}
      {reply.data === undefined ? null : <Letter reply={reply.data} token={token} />}
    </main>
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
            {t('account.replyNumber')}：{reply.number}
          </span>
          <time dateTime={reply.repliedAt}>{countyTime(reply.repliedAt)}</time>
        </p>
        <h2>
          {t('account.yourMatter')}：{reply.title}
        </h2>
        <p className="words letter-body">{reply.body}</p>
      </article>
      <FeedbackForm token={token} given={reply.feedback ?? null} />
      <p className="faint small">{t('account.replyPrivate')}</p>
    </>
  );
}

function FeedbackForm({ token, given }: { token: string; given: Feedback | null }) {
  const { t } = useTranslation();
  const inWords = useProblemWords();
  const [feedback, setFeedback] = useState<Feedback | null>(given);
  const [words, setWords] = useState('');
  const send = useMutation({
    mutationFn: () =>
      api.post('/replies/feedback', { token, feedback, ...(words.trim() === '' ? {} : { words: words.trim() }) }),
  });
  if (send.isSuccess || given !== null)
    return (
      <Alert
        type="success"
        showIcon
        title={t(feedback === 'dissatisfied' ? 'account.feedbackReopen' : 'account.feedbackThanks')}
      />
    );
  return (
    <section className="letter feedback">
      <h2 id="feedback">{t('account.feedbackAsk')}</h2>
      <Radio.Group
        aria-labelledby="feedback"
        size="large"
        optionType="button"
        value={feedback}
        options={feedbacks.map((value) => ({ value, label: t(`words.feedback.${value}`) }))}
        onChange={(event) => setFeedback(feedbacks.find((one) => one === event.target.value) ?? null)}
      />
      <Input.TextArea
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={words}
        placeholder={t('account.feedbackWords')}
        aria-label={t('account.feedbackWords')}
        onChange={(event) => setWords(event.target.value)}
      />
      {send.error === null ? null : <Alert type="error" showIcon title={inWords(send.error)} />}
      <Button
        type="primary"
        size="large"
        disabled={feedback === null}
        loading={send.isPending}
        onClick={() => send.mutate()}
      >
        {t('account.feedbackSend')}
      </Button>
    </section>
  );
}
