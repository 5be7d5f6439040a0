import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { feedbacks } from '../api/codes';
import { lists } from '../api/lists';
import type { OwnMatter } from '../api/types';
import { useWrite } from '../api/write';
import { EmptyBlock, LoadingBlock, ProblemBlock } from '../shared/blocks';
import { countyDay } from '../shared/county-time';
import { PageHead } from '../shared/page-head';
import { MatterStateMark } from '../shared/state-mark';
import { comma } from '../i18n/punctuation';
import { SetAside } from './set-aside';

/** A proponent's page: his own matters, what he was told, and what he thinks of it. */
export function OwnMattersPage() {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.ownMatters());
  const rows = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHead title={t('matter.ownTitle')} />
      {query.isPending ? <LoadingBlock rows={6} /> : null}
      {query.isError ? <ProblemBlock cause={query.error} retry={() => void query.refetch()} /> : null}
      {query.isSuccess && rows.length === 0 ? <EmptyBlock words={t('matter.ownEmpty')} /> : null}
      <div className="stack">
        {rows.map((one) => (
          <Own key={one.id} matter={one} />
        ))}
      </div>
      {query.hasNextPage ? <Button onClick={() => void query.fetchNextPage()}>{t('general.more')}</Button> : null}
    </>
  );
}

function Own({ matter }: { matter: OwnMatter }) {
  const { t } = useTranslation();
  return (
    <article className="sheet">
      <h2>{matter.title}</h2>
      <p className="row">
        <span>{matter.intakeNo}</span>
        <span>{countyDay(matter.receivedAt)}</span>
        <MatterStateMark state={matter.state} />
        {matter.leadUnits.length === 0 ? null : (
          <span>{t('matter.handledBy', { units: matter.leadUnits.join(comma()) })}</span>
        )}
      </p>
      {matter.setAside === null ? null : <SetAside how={matter.setAside} />}
      {matter.replies.map((reply) => (
        <section key={reply.id} className="unit-line">
          <b>{`${t('matter.replied')} ${reply.number}`}</b>
          <p className="words">{reply.body}</p>
          {reply.feedback === null ? (
            reply.lapsedAt === null && matter.state === 'replied' ? (
              <Judge matter={matter} replyId={reply.id} />
            ) : null
          ) : (
            <p>{t(`words.feedback.${reply.feedback}`)}</p>
          )}
        </section>
      ))}
    </article>
  );
}

function Judge({ matter, replyId }: { matter: OwnMatter; replyId: string }) {
  const { t } = useTranslation();
  const write = useWrite({
    run: (input: object, key) => api.post(`/own-matters/${matter.id}/feedback`, { replyId, ...input }, { key }),
    said: () => t('general.done'),
    touches: [['own-matters']],
  });
  const label = t('task.field.feedback');
  return (
    <Form layout="vertical" requiredMark={false} onFinish={(input: object) => write.mutate(input)}>
      <Form.Item
        name="feedback"
        label={label}
        rules={[{ required: true, message: t('general.required', { what: label }) }]}
      >
        <Radio.Group options={feedbacks.map((value) => ({ value, label: t(`words.feedback.${value}`) }))} />
      </Form.Item>
      <Form.Item name="words" label={t('task.field.saidWords') + t('general.optional')}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={write.isPending}>
        {t('general.confirm')}
      </Button>
    </Form>
  );
}
