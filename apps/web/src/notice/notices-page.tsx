import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { lists } from '../api/lists';
import { z } from '../api/shape';
import type { NoticeView } from '../api/types';
import { useWrite } from '../api/write';
import { clockBlanks } from '../clock/clock-words';
import { sentenceOf } from '../i18n/names';
import { When } from '../shared/due';
import { PageHead } from '../shared/page-head';
import { RemotePages } from '../shared/remote';

/** The in-app inbox of notices. */
export function NoticesPage() {
  const { t } = useTranslation();
  const [unread, setUnread] = useState(true);
  const query = useInfiniteQuery(lists.notices(unread));
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
            <Button loading={read.isPending} onClick={() => read.mutate({ all: true })}>
              {t('account.readAll')}
            </Button>
          </>
        }
      />
      <RemotePages query={query} empty={t('account.noticesEmpty')}>
        {(items) => (
          <ul className="plain-list notices">
            {items.map((notice) => (
              <Notice
                key={notice.id}
                notice={notice}
                onRead={() => notice.readAt === null && read.mutate({ ids: [notice.id] })}
              />
            ))}
          </ul>
        )}
      </RemotePages>
    </>
  );
}

function useRead() {
  return useWrite({
    run: (which: { ids: string[] } | { all: true }, key) => api.post('/notices/read', which, { key }),
    touches: [['notices']],
  });
}

function Notice({ notice, onRead }: { notice: NoticeView; onRead: () => void }) {
  const { t } = useTranslation();
  const { number, count, assignments } = z.record(notice.facts);
  const words = sentenceOf('words.notice', notice.kind, {
    title: notice.title === null || notice.title === '' ? t('task.untitled') : notice.title,
    count: Number(count ?? assignments ?? 0),
    ...clockBlanks(notice.facts),
  });
  return (
    <li data-unread={notice.readAt === null}>
      <span>
        {notice.readAt === null ? <b className="notice-new">{t('account.unread')}</b> : null}
        <NoticeLink notice={notice} words={words} onRead={onRead} />
        {z.text(number) === '' ? null : <span className="faint small">　{z.text(number)}</span>}
      </span>
      <span className="faint small">
        <When at={notice.createdAt} />
      </span>
    </li>
  );
}

function NoticeLink({ notice, words, onRead }: { notice: NoticeView; words: string; onRead: () => void }) {
  if (notice.taskId !== null)
    return (
      <Link to="/tasks/$id" params={{ id: notice.taskId }} onClick={onRead}>
        {words}
      </Link>
    );
  if (notice.matterId !== null)
    return (
      <Link to="/matters/$id" params={{ id: notice.matterId }} onClick={onRead}>
        {words}
      </Link>
    );
  return <span>{words}</span>;
}
