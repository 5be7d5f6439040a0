import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { useMe } from '../api/session';
import { useWrite } from '../api/write';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';
import { CallList } from './call-list';
import { NoticeLine } from './notice-line';
import { OwnWaysSection } from './own-ways';
import { topics } from './topics';

/** The notice centre: what was said to me and my unit, who is to be called, and how I am reached. */
export function NoticesPage() {
  const { t } = useTranslation();
  const { acts } = useMe();
  const [unread, setUnread] = useState(true);
  const [topic, setTopic] = useState('');
  const read = useRead();
  return (
    <>
      <PageHead
        title={t('account.notices')}
        acts={
          <>
            <Checkbox checked={unread} onChange={(event) => setUnread(event.target.checked)}>
              {t('account.unreadOnly')}
            </Checkbox>
            <TopicFilter value={topic} onChange={setTopic} />
            <Button loading={read.isPending} onClick={() => read.mutate({ all: true })}>
              {t('account.readAll')}
            </Button>
          </>
        }
      />
      <div className="stack">
        {acts.includes('notice.call') ? <CallList /> : null}
        <NoticeItems unread={unread} topic={topic} />
        {acts.includes('notice.ways') ? <OwnWaysSection /> : null}
      </div>
    </>
  );
}

function NoticeItems({ unread, topic }: { unread: boolean; topic: string }) {
  const { t } = useTranslation();
  const query = useInfiniteQuery(lists.notices({ unread: unread || undefined, topic: topic || undefined }));
  const read = useRead();
  return (
    <RemotePages query={query} empty={t('account.noticesEmpty')}>
      {(items) => (
        <ul className="plain-list notices">
          {items.map((notice) => (
            <NoticeLine
              key={notice.id}
              notice={notice}
              onRead={() => notice.readAt === null && read.mutate({ ids: [notice.id] })}
            />
          ))}
        </ul>
      )}
    </RemotePages>
  );
}

function TopicFilter({ value, onChange }: { value: string; onChange: (topic: string) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t('notify.topicFilter')}
      className="topic-filter"
      value={value}
      onChange={onChange}
      options={[
        { value: '', label: t('notify.allTopics') },
        ...topics.map((one) => ({ value: one, label: t(`notify.topic.${one}`) })),
      ]}
    />
  );
}

function useRead() {
  return useWrite({
    run: (which: { ids: string[] } | { all: true }, key) => api.post('/notices/read', which, { key }),
    touches: [['notices']],
  });
}
