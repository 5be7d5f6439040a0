import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { feedbacks } from '../api/codes';
import type { Feedback } from '../api/types';
import { useProblemWords } from '../shared/problem-words';

interface Said {
  feedback: Feedback | null;
  words: string;
}

/** Whether the reply helped; said once. `given` is what was said before. */
export function FeedbackForm({ token, given }: { token: string; given: Feedback | null }) {
  const { t } = useTranslation();
  const [said, setSaid] = useState<Said>({ feedback: given, words: '' });
  const inWords = useProblemWords();
  const send = useMutation({
    mutationFn: ({ feedback, words }: Said) =>
      api.post('/replies/feedback', { token, feedback, ...(words.trim() === '' ? {} : { words: words.trim() }) }),
  });
  if (send.isSuccess || given !== null) return <Thanks feedback={said.feedback} />;
  return (
    <section className="letter feedback">
      <h2 id="feedback">{t('account.feedbackAsk')}</h2>
      <FeedbackChoice value={said.feedback} choose={(feedback) => setSaid({ ...said, feedback })} />
      <Input.TextArea
        autoSize={{ minRows: 2 }}
        maxLength={2000}
        value={said.words}
        placeholder={t('account.feedbackWords')}
        aria-label={t('account.feedbackWords')}
        onChange={(event) => setSaid({ ...said, words: event.target.value })}
      />
      {send.error === null ? null : <Alert type="error" showIcon title={inWords(send.error)} />}
      <Button
        type="primary"
        size="large"
        disabled={said.feedback === null}
        loading={send.isPending}
        onClick={() => send.mutate(said)}
      >
        {t('account.feedbackSend')}
      </Button>
    </section>
  );
}

function Thanks({ feedback }: { feedback: Feedback | null }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="success"
      showIcon
      title={t(feedback === 'dissatisfied' ? 'account.feedbackReopen' : 'account.feedbackThanks')}
    />
  );
}

function FeedbackChoice({ value, choose }: { value: Feedback | null; choose: (feedback: Feedback | null) => void }) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-labelledby="feedback"
      size="large"
      optionType="button"
      value={value}
      options={feedbacks.map((one) => ({ value: one, label: t(`words.feedback.${one}`) }))}
      onChange={(event) => choose(feedbacks.find((one) => one === event.target.value) ?? null)}
    />
  );
}
