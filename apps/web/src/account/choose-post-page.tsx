import { useMutation } from '@tanstack/react-query';
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useMe } from '../api/session';
import type { Me, Post } from '../api/types';
import { Brand } from '../app/brand';
import { useTabTitle } from '../shared/page-head';
import { useProblemWords } from '../shared/problem-words';
import { useEntering } from './entering';

/** Choice of the post to act in, for people who hold several. */
export function ChoosePostPage() {
  const { t } = useTranslation();
  const me = useMe();
  useTabTitle(t('shell.choosePost'));
  return (
    <main className="plain-page">
      <div className="plain-card">
        <Brand sub={me.county.name} size={44} />
        <div className="sheet stack">
          <h1>{me.posts.length === 0 ? t('shell.noPost') : t('shell.choosePost')}</h1>
          {me.posts.length > 1 ? <p className="soft">{t('shell.choosePostNote')}</p> : null}
          <PostButtons posts={me.posts} />
        </div>
      </div>
    </main>
  );
}

function PostButtons({ posts }: { posts: Post[] }) {
  const { t } = useTranslation();
  const enter = useEntering();
  const { message } = App.useApp();
  const inWords = useProblemWords();
  const choose = useMutation({
    mutationFn: (postId: string) => api.put<Me>('/session/post', { postId }),
    onSuccess: enter,
    onError: (cause) => message.error(inWords(cause)),
  });
  return (
    <ul className="plain-list posts">
      {posts.map((post) => (
        <li key={post.id}>
          <button type="button" disabled={choose.isPending} onClick={() => choose.mutate(post.id)}>
            <b>
              {post.inNameOf === null ? null : `${t('people.actingFor', { name: post.inNameOf.name })} · `}
              {post.title}
            </b>
            <span>
              {post.unit.name} · {t(`words.role.${post.role}`)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
